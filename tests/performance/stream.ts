import { launchRivulet, type RivuletApp } from '../e2e/rivulet-app'
import type { Figure } from '../torture/figure'
import { atMost, exactly, median, percentile, told } from '../torture/figures'
import { inTemporaryFolder } from '../torture/temporary-folder'
import { wordPieces } from '../torture/word-text'
import { runBareLoop } from './bare-loop'
import { type PacedServer, startPacedServer } from './paced-server'
import { writePacedSettings } from './paced-settings'
import { plantSlowness } from './planted-slowness'
import { installProbe, type PushRecord } from './push-probe'
import { wholeAppRounds } from './rounds'
import { waysOf } from './time-on-the-way'

const streams = 10
const piecesPerSecond = 500
const piecesEach = piecesPerSecond * 6

/** Ten streams at once of 500 chunks a second each, through the real app, into its main window. */
export async function run({
  plantBreak,
}: {
  readonly plantBreak: boolean
}): Promise<readonly Figure[]> {
  const measured: Round[] = []
  for (let round = 0; round < wholeAppRounds; round += 1) {
    measured.push(await measureRound(plantBreak))
  }
  const middle = (value: (round: Round) => number): number => median(measured.map(value))
  return [
    exactly('answers pushed whole', Math.min(...measured.map((round) => round.whole)), streams),
    told(
      'chunks a second of a stream',
      middle(({ pace }) => pace),
      '/s',
    ),
    atMost(
      'event-loop delay of main, p99',
      middle(({ record }) => record.loopDelay.p99),
      20,
      'ms',
    ),
    told(
      'event-loop delay of main, p50',
      middle(({ record }) => record.loopDelay.p50),
      'ms',
    ),
    told(
      'event-loop delay of main, longest',
      middle(({ record }) => record.loopDelay.max),
      'ms',
    ),
    atMost(
      'pushes to the window',
      middle(({ record }) => pushesPerSecond(record)),
      65,
      '/s',
    ),
    told(
      'pushes in the busiest second',
      middle(({ record }) => busiestSecond(record)),
      '',
    ),
    atMost(
      'text pushed ÷ text',
      middle(({ record, text }) => record.textBytes / text),
      1.3,
      '',
    ),
    atMost(
      'payloads pushed ÷ text',
      middle(({ record, text }) => record.payloadBytes / text),
      1.3,
      '',
    ),
    told(
      'socket write to push, p50',
      middle(({ ways }) => percentile(ways, 0.5)),
      'ms',
    ),
    told(
      'socket write to push, p95',
      middle(({ ways }) => percentile(ways, 0.95)),
      'ms',
    ),
    told(
      'bare loop, p95',
      middle(({ bareWays }) => percentile(bareWays, 0.95)),
      'ms',
    ),
    told(
      'write to push p95 ÷ bare loop p95',
      middle(({ ways, bareWays }) => percentile(ways, 0.95) / percentile(bareWays, 0.95)),
      '',
    ),
  ]
}

interface Round {
  readonly record: PushRecord
  /** Of all answers, in UTF-8 bytes. */
  readonly text: number
  /** How many answers were pushed to their last word. */
  readonly whole: number
  /** Chunks a second that the server really sent in a stream. */
  readonly pace: number
  /** From the socket's write to the push, of each chunk, in milliseconds. */
  readonly ways: readonly number[]
  readonly bareWays: readonly number[]
}

function measureRound(plantBreak: boolean): Promise<Round> {
  return inTemporaryFolder(async (userData) => {
    const server = await startPacedServer({ streams, piecesEach, piecesPerSecond })
    await writePacedSettings(userData, server.baseUrl)
    const app = await launchRivulet({ userData })
    try {
      return await measureApp(app, server, plantBreak)
    } finally {
      await app.quit()
      server.close()
    }
  })
}

async function measureApp(
  app: RivuletApp,
  server: PacedServer,
  plantBreak: boolean,
): Promise<Round> {
  const questions = Array.from({ length: streams }, (_, index) => `Question ${index + 1}`)
  const window = await app.electron.browserWindow(app.main.page)
  const probe = await installProbe(window)
  if (plantBreak) await plantSlowness(window)
  for (const question of questions) {
    await app.main.newConversation.click()
    await app.main.ask(question)
  }
  const limit = performance.now() + 120_000
  while ((await probe.evaluate(({ ends }) => ends())) < streams) {
    if (performance.now() > limit) throw new Error('The streams did not end')
    // Rarely: what asks is work for main, too.
    await new Promise((resolve) => setTimeout(resolve, 1_000))
  }
  const record = await probe.evaluate(({ read }) => read())
  const sent = await server.streams()

  const bareQuestions = questions.map((question) => `${question}, bare`)
  const forwarded = await runBareLoop(window, server.baseUrl, bareQuestions)
  const all = await server.streams()
  const bare = bareQuestions.map((question) => all.find((stream) => stream.question === question))

  const ways: number[] = []
  let whole = 0
  for (const { question, writes } of sent) {
    const answer = record.answers.find(({ beginning }) => beginning.startsWith(`${question}. `))
    const pushed = answer?.pushed ?? []
    if (pushed.at(-1)?.end === writes.at(-1)?.end) whole += 1
    ways.push(
      ...waysOf(
        writes.map(({ at, end }) => ({ at, mark: end })),
        pushed.map(({ at, end }) => ({ at, mark: end })),
      ),
    )
  }
  const bareWays = bare.flatMap((stream, index) =>
    waysOf(
      (stream?.writes ?? []).map(({ at, bytes }) => ({ at, mark: bytes })),
      (forwarded[index] ?? []).map(({ at, bytes }) => ({ at, mark: bytes })),
    ),
  )
  return {
    record,
    text: textBytes(questions),
    whole,
    pace: paceOf(sent[0]?.writes ?? []),
    ways,
    bareWays,
  }
}

function textBytes(questions: readonly string[]): number {
  const rest = Buffer.byteLength(wordPieces(piecesEach).slice(1).join(''))
  return questions.reduce((sum, question) => sum + Buffer.byteLength(`${question}. `) + rest, 0)
}

function paceOf(writes: readonly { readonly at: number }[]): number {
  const took = (writes.at(-1)?.at ?? 0) - (writes[0]?.at ?? 0)
  return ((writes.length - 1) * 1000) / took
}

function pushesPerSecond({ pushes }: PushRecord): number {
  return (pushes.length * 1000) / ((pushes.at(-1) ?? 0) - (pushes[0] ?? 0))
}

function busiestSecond({ pushes }: PushRecord): number {
  return Math.max(
    ...pushes.map((start) => pushes.filter((at) => at >= start && at < start + 1000).length),
  )
}
