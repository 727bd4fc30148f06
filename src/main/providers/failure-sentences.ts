import type { Failure, FailureAction, FailureCode } from '../../shared/stream/failure'
import { hostOf, isLoopback } from './model-server'

/** Who was asked what, for the sentences. */
export interface Asked {
  /** The provider's name, as the user knows it. */
  readonly name: string
  readonly baseUrl: string
  /** Null where no model was asked. */
  readonly modelId: string | null
  /** Whether it can be changed in the environment only. */
  readonly fromEnvironment?: boolean
}

/** Where a key or an address is put right. */
function placeOf({ fromEnvironment = false }: Asked, variable: string): string {
  return fromEnvironment ? `${variable}, then start Rivulet again` : 'Settings, Providers'
}

const keyPlace = (asked: Asked): string => placeOf(asked, 'OPENAI_API_KEY')
const addressPlace = (asked: Asked): string => placeOf(asked, 'OPENAI_BASE_URL')

interface Wording {
  readonly retryable: boolean
  readonly action?: FailureAction
  readonly sentence: (asked: Asked) => string
}

const wordings: { readonly [Code in FailureCode]: Wording } = {
  'key-missing': {
    retryable: false,
    action: 'enter-key',
    sentence: (asked) => `${asked.name} needs a key. Enter it in ${keyPlace(asked)}.`,
  },
  'key-rejected': {
    retryable: false,
    action: 'enter-key',
    sentence: (asked) => `${asked.name} did not accept the key. Check it in ${keyPlace(asked)}.`,
  },
  forbidden: {
    retryable: false,
    action: 'check-provider',
    sentence: ({ name }) =>
      `${name} does not allow this for your account. Check there what the key may do.`,
  },
  'model-unknown': {
    retryable: false,
    action: 'choose-model',
    sentence: ({ name, modelId }) =>
      `${name} does not offer ${modelId === null ? 'this model' : `the model “${modelId}”`}. Choose another one.`,
  },
  'request-invalid': {
    retryable: false,
    action: 'choose-model',
    sentence: ({ name }) =>
      `${name} did not accept the request. Ask in another way, or choose another model.`,
  },
  'context-too-long': {
    retryable: false,
    action: 'choose-model',
    sentence: ({ modelId }) =>
      `This conversation is longer than ${modelId === null ? 'the model' : `“${modelId}”`} can read. Start a new conversation, or choose a model that reads more.`,
  },
  'rate-limited': {
    retryable: true,
    sentence: ({ name }) =>
      `${name} has had too many requests in a short time. Wait a moment, then retry.`,
  },
  'quota-exhausted': {
    retryable: false,
    action: 'choose-model',
    sentence: ({ name }) =>
      `Your credit at ${name} is used up. Check your plan there, or choose another model.`,
  },
  overloaded: {
    retryable: true,
    sentence: ({ name }) => `${name} is overloaded. Retry in a little while.`,
  },
  'server-error': {
    retryable: true,
    sentence: ({ name }) => `${name} had an error of its own. Retry in a little while.`,
  },
  'network-unreachable': {
    retryable: true,
    sentence: ({ name, baseUrl }) =>
      isLoopback(baseUrl)
        ? `Nothing answers at ${hostOf(baseUrl)}. Start the server of ${name}, or correct its address, then retry.`
        : `${name} cannot be reached at ${hostOf(baseUrl)}. Check that address and your network connection, then retry.`,
  },
  'connection-lost': {
    retryable: true,
    sentence: ({ name }) => `The connection to ${name} was lost. Retry.`,
  },
  'tls-untrusted': {
    retryable: false,
    action: 'check-provider',
    sentence: ({ baseUrl }) =>
      `The certificate of ${hostOf(baseUrl)} is not trusted, so nothing was sent. Check the address, and whether somebody stands between you and it.`,
  },
  'proxy-refused': {
    retryable: false,
    action: 'check-provider',
    sentence: ({ name }) =>
      `The proxy of your network did not let the request to ${name} pass. Sign in to the proxy or check its settings.`,
  },
  'timed-out': {
    retryable: true,
    sentence: ({ name }) => `${name} did not answer in time. Retry.`,
  },
  stalled: {
    retryable: true,
    sentence: ({ name }) => `${name} stopped sending in the middle of the answer. Retry.`,
  },
  truncated: {
    retryable: true,
    sentence: ({ name }) => `${name} ended the answer before it was complete. Retry.`,
  },
  malformed: {
    retryable: true,
    sentence: ({ name }) => `${name} sent something that cannot be read. Retry.`,
  },
  'not-a-model-server': {
    retryable: false,
    action: 'check-provider',
    sentence: (asked) =>
      `What answers at ${hostOf(asked.baseUrl)} is not a model server. Check the address of ${asked.name} in ${addressPlace(asked)}.`,
  },
  'content-filtered': {
    retryable: false,
    sentence: ({ name }) =>
      `${name} held the answer back because of its rules on content. Ask in another way.`,
  },
  'too-large': {
    retryable: false,
    sentence: ({ name }) =>
      `${name} sent more at once than an answer can hold. Ask for less, or choose another model.`,
  },
  internal: {
    retryable: false,
    sentence: ({ name }) =>
      `Rivulet made a mistake while asking ${name}. Retry; if it happens again, report it with Copy diagnostics.`,
  },
}

/** Sentences for cases that share a code with another one. */
export const specialSentences = {
  webPage: (asked: Asked) =>
    `A web page came instead of an answer. If this network wants you to sign in, do that in a browser, then retry; otherwise check the address of ${asked.name} in ${addressPlace(asked)}.`,
  questionTooLarge: ({ name }: Asked) =>
    `The conversation is larger than ${name} accepts. Start a new one, or ask with less text.`,
  keyUnusable: (asked: Asked) =>
    `The key for ${asked.name} holds characters that no key can have. Enter it again in ${keyPlace(asked)}.`,
  answerNotKept: ({ name }: Asked) => `${name} does not keep this answer any more. Retry.`,
  answerDiffers: ({ name }: Asked) =>
    `The answer that ${name} has kept does not go on from the text that is here. Retry.`,
  neverBegun: ({ name }: Asked) =>
    `${name} kept the question in its queue and did not begin to answer. Retry.`,
} as const

/** @param sentence instead of the usual one for the code */
export function failureFor(code: FailureCode, asked: Asked, sentence?: string): Failure {
  const { retryable, action, sentence: usual } = wordings[code]
  return {
    code,
    message: sentence ?? usual(asked),
    retryable,
    ...(action === undefined ? {} : { action }),
  }
}
