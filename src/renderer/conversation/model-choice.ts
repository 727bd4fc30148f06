import type { PathStep } from '../../shared/conversation/message-tree'
import {
  environmentProviderId,
  handbookModel,
  type ModelReference,
  type ProviderView,
} from '../../shared/providers/provider'

interface ModelSources {
  /** Chosen for this conversation since the window opened. */
  readonly chosen: ModelReference | undefined
  readonly path: readonly PathStep[]
  readonly defaultModel: ModelReference | null
  readonly providers: readonly ProviderView[]
}

/** The model that the next question of a conversation goes to. */
export function modelFor({ chosen, path, defaultModel, providers }: ModelSources): ModelReference {
  if (chosen !== undefined) return chosen
  const last = path.findLast(({ message }) => message.role === 'assistant')?.message
  // One that only stood in for it was not chosen.
  if (last?.role === 'assistant') return last.answer.failedAttempts[0]?.model ?? last.answer.model
  return defaultModel ?? firstModel(providers)
}

/** Before the user has chosen: the provider of the environment, else the Handbook. */
function firstModel(providers: readonly ProviderView[]): ModelReference {
  const environment = providers.find(({ id }) => id === environmentProviderId)
  const modelId = environment?.models[0]
  return environment === undefined || modelId === undefined
    ? handbookModel
    : { providerId: environment.id, modelId }
}
