import { type KeptHistory, readKeptHistory } from './kept-history'
import { monotonic } from './monotonic'
import type { PacedModelServer, PacedStream } from './paced-model-server'
import { until } from './until'
import type { StartVictim } from './victim'

/** What one kill did. */
export interface KillOutcome {
  /** Into the answer, in milliseconds. */
  readonly moment: number
  /** UTF-16 units that were acknowledged before. */
  readonly acknowledged: number
  /** Words that were acknowledged and are not there. */
  readonly acknowledgedWordsLost: number
  /** Of the oldest piece that is not there: how long before the kill the server sent it, in milliseconds. */
  readonly lostMilliseconds: number
  /** Whether what is there is what was sent, from its beginning. */
  readonly isFaithful: boolean
  readonly damage: readonly string[]
}

export interface KillRounds {
  readonly outcomes: readonly KillOutcome[]
  /** Answers that are complete and identical after the next start. */
  readonly resumed: number
}

export interface KillPlan {
  readonly folder: string
  readonly server: PacedModelServer
  readonly start: StartVictim
  readonly wholeText: string
  /** When to kill, in milliseconds after the server has begun to answer; a round each. */
  readonly moments: readonly number[]
  /** Called between the kill and the look at what is left. */
  readonly afterKill?: () => Promise<void>
}

/** Kills one victim after the other, all on the same history. */
export async function runKillRounds(plan: KillPlan): Promise<KillRounds> {
  const { folder, server, start, wholeText, moments, afterKill } = plan
  const outcomes: KillOutcome[] = []
  for (const [index, moment] of moments.entries()) {
    const question = questionOf(index)
    const victim = await start(question)
    const stream = await begunStream(server, question)
    const begun = monotonic()
    await until(() => monotonic() - begun >= moment)
    const killedAt = monotonic()
    await victim.kill()
    const acknowledged = victim.acknowledged()
    await afterKill?.()
    const kept = await readKeptHistory(folder)
    const text = kept.answers.get(question)?.text ?? ''
    outcomes.push({
      moment,
      acknowledged,
      acknowledgedWordsLost: countWords(wholeText.slice(text.length, acknowledged)),
      lostMilliseconds: lostMilliseconds(stream, text.length, killedAt),
      isFaithful: wholeText.startsWith(text),
      damage: kept.damage,
    })
  }
  await (await start(null)).finish()
  return {
    outcomes,
    resumed: countResumed(await readKeptHistory(folder), moments.length, wholeText),
  }
}

function questionOf(index: number): string {
  return `Question ${index + 1}`
}

async function begunStream(server: PacedModelServer, question: string): Promise<PacedStream> {
  const find = () => server.streams.find((stream) => stream.question === question)
  await until(() => find() !== undefined)
  return find() as PacedStream
}

function lostMilliseconds({ writes }: PacedStream, kept: number, killedAt: number): number {
  const firstLost = writes.find(({ at, end }) => end > kept && at <= killedAt)
  return firstLost === undefined ? 0 : killedAt - firstLost.at
}

function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length
}

function countResumed({ answers }: KeptHistory, rounds: number, wholeText: string): number {
  return Array.from({ length: rounds }, (_, index) => answers.get(questionOf(index))).filter(
    (answer) => answer?.state.kind === 'complete' && answer.text === wholeText,
  ).length
}
