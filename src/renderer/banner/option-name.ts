import type { ModelReference, ProviderView } from '../../shared/providers/provider'
import { modelName } from '../conversation/model-name'

/** A model's name in a list, with its provider where another one has a model of that name. */
export function optionName(model: ModelReference, providers: readonly ProviderView[]): string {
  const name = modelName(model)
  const namesakes = providers.filter(({ models }) => models.includes(model.modelId))
  const provider = providers.find(({ id }) => id === model.providerId)
  const isUnique = namesakes.every(({ id }) => id === model.providerId)
  return isUnique || provider === undefined ? name : `${name} (${provider.name})`
}
