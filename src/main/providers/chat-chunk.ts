import type { Usage } from '../../shared/stream/stream-event'
import { isRecord, type UnknownRecord } from './is-record'
import { readUsage } from './usage'

/** What one chunk, or one whole completion, says. */
export interface ChatChunk {
  readonly text: string
  readonly reasoning: string
  readonly usage: Usage | null
  /** Null: it goes on. */
  readonly finishReason: string | null
}

/**
 * Reads a chunk of Chat Completions the way the servers of the world send it: `choices` may be empty
 * (usage, Azure's first chunk), `delta` may be missing, reasoning has two names.
 *
 * @param part where the text stands: `delta` in a stream, `message` in a whole completion
 * @returns null when this is no completion at all
 */
export function readChunk(value: unknown, part: 'delta' | 'message'): ChatChunk | null {
  if (!isRecord(value)) return null
  const { choices, usage } = value
  if (!Array.isArray(choices)) return null
  const choice = firstChoice(choices)
  const { finish_reason: finishReason } = choice
  const piece = isRecord(choice[part]) ? choice[part] : {}
  const { content, refusal, reasoning, reasoning_content: reasoningContent } = piece
  const parts = readContent(content)
  return {
    text: parts.text + firstText(refusal),
    reasoning: firstText(reasoning, reasoningContent) + parts.reasoning,
    usage: readUsage(usage, 'prompt_tokens', 'completion_tokens'),
    finishReason: firstText(finishReason) || null,
  }
}

function firstChoice(choices: readonly unknown[]): UnknownRecord {
  return choices.filter(isRecord).find(({ index }) => (index ?? 0) === 0) ?? {}
}

function firstText(...values: readonly unknown[]): string {
  return values.find((value): value is string => typeof value === 'string' && value !== '') ?? ''
}

/** Mistral's reasoning models send content as a list of parts. */
function readContent(content: unknown): { readonly text: string; readonly reasoning: string } {
  if (typeof content === 'string') return { text: content, reasoning: '' }
  if (!Array.isArray(content)) return { text: '', reasoning: '' }
  let text = ''
  let reasoning = ''
  for (const part of content.filter(isRecord)) {
    const { type, thinking, text: partText } = part
    if (type === 'thinking') reasoning += readContent(thinking).text
    else text += firstText(partText)
  }
  return { text, reasoning }
}
