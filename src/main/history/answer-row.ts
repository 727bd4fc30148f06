import { z } from 'zod'
import type { Failure } from '../../shared/stream/failure'
import { failureCodes } from '../../shared/stream/failure'
import type { Answer, AnswerState, FailedAttempt } from '../../shared/stream/reduce-answer'
import { isRunning } from '../../shared/stream/reduce-answer'
import { fromStorable, toStorable } from './exact-text'

/** The columns of table `answers`, without its text, which is the message's, and without its cursor. */
export interface AnswerRow {
  readonly provider_id: string
  readonly model_id: string
  readonly attempt: number
  readonly state: string
  readonly finish_reason: string | null
  readonly failure: string | null
  readonly failed_attempts: string
  readonly restarted_as: string | null
  /** 1 when it was interrupted and nobody has been told yet, else 0. */
  readonly unfinished: number
  readonly reasoning: string
  readonly reasoning_exact: Uint8Array | null
  readonly seams: string
  readonly input_tokens: number | null
  readonly output_tokens: number | null
  readonly started_at: number
  readonly first_text_at: number | null
  readonly ended_at: number | null
}

export function toAnswerRow(answer: Answer): AnswerRow {
  const { state, usage } = answer
  const reasoning = toStorable(answer.reasoning)
  const restartedAs = state.kind === 'interrupted' ? (state.restartedAs ?? null) : null
  return {
    provider_id: answer.model.providerId,
    model_id: answer.model.modelId,
    attempt: answer.attempt,
    state: isRunning(state) ? 'running' : state.kind,
    finish_reason: state.kind === 'complete' ? state.finishReason : null,
    failure: state.kind === 'failed' ? JSON.stringify(state.failure) : null,
    failed_attempts: JSON.stringify(answer.failedAttempts),
    restarted_as: restartedAs,
    unfinished: state.kind === 'interrupted' && restartedAs === null ? 1 : 0,
    reasoning: reasoning.text,
    reasoning_exact: reasoning.exact,
    seams: JSON.stringify(answer.seams),
    input_tokens: usage === null ? null : Math.round(usage.inputTokens),
    output_tokens: usage === null ? null : Math.round(usage.outputTokens),
    started_at: Math.round(answer.startedAt),
    first_text_at: answer.firstTextAt === null ? null : Math.round(answer.firstTextAt),
    ended_at: answer.endedAt === null ? null : Math.round(answer.endedAt),
  }
}

/** A value that was damaged on disk is replaced by the nearest harmless one. */
export function fromAnswerRow(id: string, text: string, row: AnswerRow): Answer {
  return {
    id,
    model: { providerId: row.provider_id, modelId: row.model_id },
    attempt: row.attempt,
    state: readState(row),
    text,
    reasoning: fromStorable(row.reasoning, row.reasoning_exact),
    chunks: 0,
    seams: parsed(seamsSchema, row.seams) ?? [],
    failedAttempts: parsed(failedAttemptsSchema, row.failed_attempts) ?? [],
    usage:
      row.input_tokens === null || row.output_tokens === null
        ? null
        : { inputTokens: row.input_tokens, outputTokens: row.output_tokens },
    startedAt: row.started_at,
    firstTextAt: row.first_text_at,
    endedAt: row.ended_at,
    sequence: 0,
  }
}

const seamsSchema = z.array(z.number().int().nonnegative())
const finishReasonSchema = z.enum(['stop', 'length', 'tool-calls', 'other']).catch('other')
const failureSchema = z.object({
  code: z.enum(failureCodes),
  message: z.string(),
  retryable: z.boolean(),
  retryAfterMs: z.number().exactOptional(),
  action: z.enum(['enter-key', 'choose-model', 'check-provider']).exactOptional(),
}) satisfies z.ZodType<Failure>
const failedAttemptsSchema = z.array(
  z.object({
    model: z.object({ providerId: z.string(), modelId: z.string() }),
    failure: failureSchema,
    at: z.number(),
  }),
) satisfies z.ZodType<readonly FailedAttempt[]>

const unknownFailure: Failure = {
  code: 'internal',
  message: 'This answer failed. The reason is no longer known. Try again.',
  retryable: true,
}

function readState(row: AnswerRow): AnswerState {
  switch (row.state) {
    case 'running':
      return { kind: 'streaming' }
    case 'complete':
      return { kind: 'complete', finishReason: finishReasonSchema.parse(row.finish_reason) }
    case 'stopped':
      return { kind: 'stopped' }
    case 'failed':
      return {
        kind: 'failed',
        failure: parsed(failureSchema, row.failure ?? '') ?? unknownFailure,
      }
    default:
      return row.restarted_as === null
        ? { kind: 'interrupted' }
        : { kind: 'interrupted', restartedAs: row.restarted_as }
  }
}

function parsed<Value>(schema: z.ZodType<Value>, json: string): Value | undefined {
  try {
    return schema.safeParse(JSON.parse(json)).data
  } catch {
    return undefined
  }
}
