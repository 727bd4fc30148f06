/** Names a model of a provider. */
export interface ModelReference {
  readonly providerId: string
  readonly modelId: string
}

/** The built-in provider that answers from the manual. */
export const handbookProviderId = 'handbook'
export const handbookModel: ModelReference = {
  providerId: handbookProviderId,
  modelId: 'handbook',
}

/** The provider made of `OPENAI_API_KEY` and `OPENAI_BASE_URL`; it is never stored. */
export const environmentProviderId = 'environment'

export const openAiBaseUrl = 'https://api.openai.com/v1'

/** A server that speaks the OpenAI API, as the user set it up. The key is not part of it. */
export interface ProviderConfiguration {
  readonly id: string
  readonly name: string
  readonly baseUrl: string
  /** Offered for choice; the server is asked for its own list by "Test connection". */
  readonly models: readonly string[]
  /** Which of OpenAI's APIs is spoken; Chat Completions where it is not said. */
  readonly api?: 'chat' | 'responses' | undefined
  /** Responses only: the server keeps the answer, so that it can go on after a break. */
  readonly background?: boolean | undefined
}

export type KeyLocation = 'keychain' | 'session' | 'environment' | 'none'

/** Where a provider's key lies. The key itself never leaves the main process. */
export interface KeyStatus {
  readonly location: KeyLocation
  /** Why it is not in the keychain, in the user's words. */
  readonly problem?: string
}

/** A provider as the windows see it. */
export interface ProviderView extends ProviderConfiguration {
  readonly kind: 'handbook' | 'environment' | 'openai-compatible'
  readonly key: KeyStatus
}

/** A model server that was found on this computer. */
export interface LocalServer {
  readonly name: string
  readonly baseUrl: string
  readonly models: readonly string[]
}

export function sameModel(left: ModelReference, right: ModelReference): boolean {
  return left.providerId === right.providerId && left.modelId === right.modelId
}
