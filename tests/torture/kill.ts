import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { startAppVictim } from './app-victim'
import { startEngineVictim } from './engine-victim'
import type { Figure } from './figure'
import { atMost, exactly, median, none, told } from './figures'
import { type KillRounds, runKillRounds } from './kill-rounds'
import { type PacedModelServer, startPacedModelServer } from './paced-model-server'
import { seededRandom } from './seeded-random'
import { inTemporaryFolder } from './temporary-folder'
import { wordPieces } from './word-text'

const seed = 20_261_122
const piecesPerSecond = 400
const pieces = wordPieces(600)
const wholeText = pieces.join('')
/** The answer still runs at the last of them. */
const lastMoment = (pieces.length / piecesPerSecond) * 1000 - 50
/** Of text, in milliseconds: what a kill may take. */
const mayBeLost = 250

/**
 * SIGKILL at 200 random moments of a running answer: most of them for the engine in a bare Node
 * process, which starts quickly, and a share for the whole app.
 */
export async function run({
  plantBreak,
}: {
  readonly plantBreak: boolean
}): Promise<readonly Figure[]> {
  const random = seededRandom(seed)
  const moments = (count: number): readonly number[] =>
    Array.from({ length: plantBreak ? Math.ceil(count / 10) : count }, () => random() * lastMoment)
  return [
    ...figuresOf('engine process', await killEngines(moments(180), plantBreak)),
    ...figuresOf('whole app', await killApps(moments(20), plantBreak)),
  ]
}

/** Gives the work a server and a folder that nobody has used before. */
async function withServer<Value>(
  work: (server: PacedModelServer, folder: string) => Promise<Value>,
): Promise<Value> {
  const server = await startPacedModelServer({ pieces: () => pieces, piecesPerSecond })
  try {
    return await inTemporaryFolder((folder) => work(server, folder))
  } finally {
    await server.close()
  }
}

function killEngines(moments: readonly number[], plantBreak: boolean): Promise<KillRounds> {
  return withServer((server, folder) => {
    const file = join(folder, 'history.sqlite')
    const { baseUrl } = server
    const start = async (question: string | null) =>
      startEngineVictim({ file, baseUrl, question, plantBreak })
    return runKillRounds({ folder, server, start, wholeText, moments })
  })
}

/** The defect: what was committed is taken away, as if the disk had been told too late. */
function killApps(moments: readonly number[], plantBreak: boolean): Promise<KillRounds> {
  return withServer((server, folder) => {
    let unfinished: string | null = null
    return runKillRounds({
      folder,
      server,
      start: (question) => {
        const victim = startAppVictim(folder, server, question, unfinished)
        // What the defect has taken away cannot be finished.
        unfinished = plantBreak ? null : question
        return victim
      },
      wholeText,
      moments,
      ...(plantBreak ? { afterKill: () => takeLogAway(folder) } : {}),
    })
  })
}

async function takeLogAway(folder: string): Promise<void> {
  for (const part of ['-wal', '-shm']) {
    await rm(join(folder, `history.sqlite${part}`), { force: true })
  }
}

function figuresOf(name: string, { outcomes, resumed }: KillRounds): readonly Figure[] {
  const lost = outcomes.map(({ lostMilliseconds }) => lostMilliseconds)
  const count = (fails: (outcome: KillRounds['outcomes'][number]) => boolean): number =>
    outcomes.filter(fails).length
  return [
    told(`${name}: kills in mid-answer`, outcomes.length, ''),
    told(
      `${name}: acknowledged at the kill, median`,
      median(outcomes.map(({ acknowledged }) => acknowledged)),
      'characters',
    ),
    none(
      `${name}: acknowledged words lost`,
      outcomes.reduce((sum, { acknowledgedWordsLost }) => sum + acknowledgedWordsLost, 0),
    ),
    atMost(`${name}: text lost, worst`, Math.max(...lost), mayBeLost, 'ms'),
    told(`${name}: text lost, median`, median(lost), 'ms'),
    none(
      `${name}: kept text that differs from what was sent`,
      count(({ isFaithful }) => !isFaithful),
    ),
    none(
      `${name}: damaged databases`,
      count(({ damage }) => damage.length > 0),
    ),
    exactly(`${name}: resumed to the identical text`, resumed, outcomes.length),
  ]
}
