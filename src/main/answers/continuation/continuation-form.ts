/**
 * How a model's server is asked to go on with an answer that it has begun.
 *
 * - `prefix-flag`: a last assistant message with `prefix: true`. DeepSeek: "Chat Prefix Completion
 *   (Beta)", only under `https://api.deepseek.com/beta`
 *   (api-docs.deepseek.com/guides/chat_prefix_completion). Mistral: `AssistantMessage.prefix`
 *   (docs.mistral.ai, Chat Completion); its reply begins with the prefix itself, as the Vercel AI
 *   SDK found (github.com/vercel/ai/pull/3256), which the joiner takes for a repetition.
 * - `continue-final-message`: vLLM's fields of that name; `add_generation_prompt` must be false with
 *   it (docs.vllm.ai, "OpenAI-Compatible Server", extra parameters).
 * - `trailing-message`: a plain assistant message at the end is gone on from. llama.cpp unless
 *   started with `--no-prefill-assistant` (github.com/ggml-org/llama.cpp/pull/13608), OpenRouter
 *   ("Assistant Prefill", openrouter.ai/docs), Ollama where the model's template allows it
 *   (github.com/ollama/ollama/issues/6778), LM Studio likewise.
 * - `instruction`: a user message that says to go on. Everywhere else, OpenAI included.
 */
export type ContinuationForm =
  | 'prefix-flag'
  | 'continue-final-message'
  | 'trailing-message'
  | 'instruction'

export interface ContinuationMessage {
  readonly role: 'user' | 'assistant'
  readonly content: string
  readonly prefix?: true
}

export interface ContinuationParts {
  /** To be sent after the conversation. */
  readonly messages: readonly ContinuationMessage[]
  /** To be merged into the body of the request. */
  readonly fields: Readonly<Record<string, unknown>>
}

/** The request's parts for the server at `baseUrl`; see {@link continuationFormOf} for `form`. */
export function continuationOf(
  baseUrl: string,
  partial: string,
  form: ContinuationForm | null = null,
): ContinuationParts {
  return continuationParts(continuationFormOf(baseUrl, form), partial)
}

/** The form for a server by its address, unless a setting says which. */
export function continuationFormOf(
  baseUrl: string,
  setting: ContinuationForm | null = null,
): ContinuationForm {
  if (setting !== null) return setting
  if (!URL.canParse(baseUrl)) return 'instruction'
  const { hostname, port, pathname } = new URL(baseUrl)
  if (hostname === 'api.deepseek.com') {
    return /^\/beta(?:\/|$)/u.test(pathname) ? 'prefix-flag' : 'instruction'
  }
  return (
    formOfHost.get(hostname) ?? (isOwn(hostname) ? formOfPort.get(port) : null) ?? 'instruction'
  )
}

const formOfHost: ReadonlyMap<string, ContinuationForm> = new Map([
  ['api.mistral.ai', 'prefix-flag'],
  ['codestral.mistral.ai', 'prefix-flag'],
  ['openrouter.ai', 'trailing-message'],
])

/** The ports on which the servers for one's own computer listen when they are not told otherwise. */
const formOfPort: ReadonlyMap<string, ContinuationForm> = new Map([
  ['8000', 'continue-final-message'],
  ['8080', 'trailing-message'],
  ['11434', 'trailing-message'],
  ['1234', 'trailing-message'],
])

/** On this computer or in its own network, where a port tells which program answers. */
function isOwn(hostname: string): boolean {
  return /^(?:localhost|\[::1\]|(?:127|10)(?:\.\d+){3}|192\.168(?:\.\d+){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2})$|\.local$/u.test(
    hostname,
  )
}

/** Whether the model goes on within its own message, so that it has no cause to repeat itself. */
export function continuesExactly(form: ContinuationForm): boolean {
  return form !== 'instruction'
}

function continuationParts(form: ContinuationForm, partial: string): ContinuationParts {
  const said = { role: 'assistant', content: partial } as const
  switch (form) {
    case 'prefix-flag':
      return { messages: [{ ...said, prefix: true }], fields: {} }
    case 'continue-final-message':
      return {
        messages: [said],
        fields: { continue_final_message: true, add_generation_prompt: false },
      }
    case 'trailing-message':
      return { messages: [said], fields: {} }
    case 'instruction':
      return { messages: [said, { role: 'user', content: instructionFor(partial) }], fields: {} }
  }
}

const quotedLength = 200

function instructionFor(partial: string): string {
  return `Your last answer was cut off by a lost connection. Its last characters are between the two lines of tildes:

~~~~~~~~
${endOf(partial)}
~~~~~~~~

Go on with it from exactly there, in the same language and formatting. Your reply will be put directly behind those characters: if a space or a line break comes next, begin with it; if they end inside a word, a table or a block of code, go on inside it. Repeat nothing of what is there, do not open a block of code again, do not start over, and add no introduction, comment or apology.`
}

function endOf(partial: string): string {
  return [...partial.slice(-quotedLength - 1)].slice(-quotedLength).join('')
}
