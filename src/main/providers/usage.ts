import type { Usage } from '../../shared/stream/stream-event'
import { isRecord } from './is-record'

/** The counts that stand under these names; null where they are not both there. */
export function readUsage(usage: unknown, inputName: string, outputName: string): Usage | null {
  if (!isRecord(usage)) return null
  const { [inputName]: inputTokens, [outputName]: outputTokens } = usage
  return isCount(inputTokens) && isCount(outputTokens) ? { inputTokens, outputTokens } : null
}

export function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}
