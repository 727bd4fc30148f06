import { isRecord, type UnknownRecord } from './is-record'
import { parseJson } from './parse-json'

/** What a server says about a refusal, in whatever form it says it. */
export interface ErrorExplanation {
  readonly message: string
  /** Everything that stands where a code or a type stands, in lower case. */
  readonly words: readonly string[]
  /** A status that the body carries itself, as inside a stream. */
  readonly status: number | null
  /** The name of the field of the request that it is about; empty where it is not told. */
  readonly parameter: string
}

const noExplanation: ErrorExplanation = {
  message: '',
  words: [],
  status: null,
  parameter: '',
}

/** Whether a value that came with status 200 is an error: `{"error":…}`, vLLM's `{"object":"error"}`. */
export function isErrorBody(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0 && value.every(isErrorBody)
  if (!isRecord(value)) return false
  const { error, object, type } = value
  return (
    isRecord(error) ||
    (typeof error === 'string' && error !== '') ||
    object === 'error' ||
    type === 'error'
  )
}

/**
 * Reads the forms of error bodies: `{"error":{…}}`, `{"error":"…"}`, `{"object":"error",…}`,
 * `{"detail":…}` (FastAPI, text or a list), `{"message":…}`, a list of those (Gemini), plain text. A web
 * page explains nothing.
 */
export function explainErrorBody(body: unknown): ErrorExplanation {
  if (typeof body === 'string') {
    const text = body.trim()
    return text === '' || text.startsWith('<') ? noExplanation : { ...noExplanation, message: text }
  }
  if (Array.isArray(body)) return body.length === 0 ? noExplanation : explainErrorBody(body[0])
  if (!isRecord(body)) return noExplanation
  const { error, code, type, status, reason } = body
  if (isRecord(error)) return explainErrorBody(error)
  return {
    message: messageIn(body),
    words: [code, type, status, reason].flatMap((word) =>
      typeof word === 'string' ? [word.toLowerCase()] : [],
    ),
    status: statusIn(code) ?? statusIn(status),
    parameter: parameterIn(body),
  }
}

/** The same for a body as it came. */
export function explainErrorText(text: string): ErrorExplanation {
  const value = parseJson(text)
  return explainErrorBody(value === undefined ? text : value)
}

function messageIn({ message, detail, error, msg }: UnknownRecord): string {
  for (const value of [message, detail, error, msg]) {
    if (typeof value === 'string' && value !== '') return value
    if (Array.isArray(value) && isRecord(value[0])) return messageIn(value[0])
    if (isRecord(value)) return messageIn(value)
  }
  return ''
}

/** `param` as OpenAI has it, or the end of the path to the field (FastAPI). */
function parameterIn({ param, detail }: UnknownRecord): string {
  if (typeof param === 'string') return param
  const [first] = Array.isArray(detail) ? detail : []
  const path = isRecord(first) && Array.isArray(first['loc']) ? first['loc'] : []
  const field: unknown = path.at(-1)
  return typeof field === 'string' ? field : ''
}

function statusIn(value: unknown): number | null {
  const status = typeof value === 'string' && /^\d{3}$/.test(value) ? Number(value) : value
  return typeof status === 'number' && status >= 400 && status <= 599 ? status : null
}
