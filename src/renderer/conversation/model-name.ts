import { handbookProviderId, type ModelReference } from '../../shared/providers/provider'

/** How a model is called on the screen. */
export function modelName(model: ModelReference): string {
  return model.providerId === handbookProviderId ? 'Handbook' : model.modelId
}
