import { assertNever } from '../../shared/assert-never'
import type { ProviderView } from '../../shared/providers/provider'
import type { Failure } from '../../shared/stream/failure'
import type { Answer, AnswerState } from '../../shared/stream/reduce-answer'
import type { LogEntry } from './log-entry'
import { formatLine } from './log-line'

export interface AppTraits {
  readonly version: string
  /** `process.platform`, `process.arch` and the release of the system. */
  readonly platform: string
  readonly architecture: string
  readonly systemVersion: string
  /** `process.versions`; those of Electron, Chromium and Node are told. */
  readonly versions: { readonly [name: string]: string | undefined }
}

export interface Diagnosed {
  readonly app: AppTraits
  /** Of the answer only what was done is told, never what it says. */
  readonly answer: Answer
  /** Null when it has been removed. */
  readonly provider: Pick<ProviderView, 'kind' | 'api' | 'baseUrl'> | null
  /** Of this answer, oldest first. */
  readonly entries: readonly LogEntry[]
}

/** The text of "Copy diagnostics", to be pasted into a report: no key, no word of a message. */
export function diagnosticsText({ app, answer, provider, entries }: Diagnosed): string {
  const { versions } = app
  return [
    `Rivulet ${app.version}`,
    `System: ${app.platform} ${app.systemVersion}, ${app.architecture}`,
    `Electron ${versions['electron'] ?? '?'}, Chromium ${versions['chrome'] ?? '?'}, Node ${versions['node'] ?? '?'}`,
    '',
    `Answer: ${answer.id}`,
    `Model: ${answer.model.modelId}`,
    `Provider: ${provider === null ? 'removed' : providerLine(provider)}`,
    `State: ${stateLine(answer.state)}`,
    ...(answer.state.kind === 'failed' ? [`Failure: ${failureLine(answer.state.failure)}`] : []),
    `Started: ${time(answer.startedAt)}`,
    `First text: ${answer.firstTextAt === null ? 'none' : time(answer.firstTextAt)}`,
    `Ended: ${answer.endedAt === null ? 'not yet' : time(answer.endedAt)}`,
    `Attempt: ${answer.attempt}, interruptions: ${answer.seams.length}, characters: ${answer.text.length}`,
    ...section(
      'Failed attempts',
      answer.failedAttempts.map(
        ({ at, model, failure }) => `${time(at)} ${model.modelId} ${failureLine(failure)}`,
      ),
    ),
    ...section('Log', entries.map(formatLine)),
    '',
  ].join('\n')
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', `${title}:`, ...lines.map((line) => `  ${line}`)]
}

function providerLine({ kind, api, baseUrl }: NonNullable<Diagnosed['provider']>): string {
  if (kind === 'handbook') return kind
  // No path and no query: addresses of companies carry names and tokens there.
  const host = URL.canParse(baseUrl) ? new URL(baseUrl).host : 'an address that cannot be read'
  return `${kind} (${api ?? 'chat'}) at ${host}`
}

function failureLine({ code, message }: Failure): string {
  return `${code}: ${message}`
}

function stateLine(state: AnswerState): string {
  switch (state.kind) {
    case 'complete':
      return `complete (${state.finishReason})`
    case 'waiting':
      return `waiting (${state.reason}) until ${state.until === null ? 'unknown' : time(state.until)}`
    case 'stalled':
      return `stalled since ${time(state.since)}`
    case 'falling-back':
      return `falling back to ${state.to.modelId}`
    case 'interrupted':
      return state.restartedAs === undefined ? 'interrupted' : 'interrupted, the model started over'
    case 'connecting':
    case 'streaming':
    case 'resuming':
    case 'stopped':
    case 'failed':
      return state.kind
    default:
      return assertNever(state)
  }
}

function time(milliseconds: number): string {
  return new Date(milliseconds).toISOString()
}
