import { launchRivulet } from '../e2e/rivulet-app'
import { inTemporaryFolder } from '../torture/temporary-folder'
import { wordPieces } from '../torture/word-text'
import { openBareWindow, streamToBareWindow } from './bare-window'
import { type PacedServer, startPacedServer } from './paced-server'
import { writePacedSettings } from './paced-settings'
import { probeShownText, type ShownTextProbe } from './shown-text-probe'
import { waysOf } from './time-on-the-way'

const piecesPerSecond = 250
const piecesEach = piecesPerSecond * 6

/** From the socket's write of a piece to the frame that painted all of it, in milliseconds. */
export interface SocketToPixel {
  readonly app: readonly number[]
  /** The bare loop into a bare window. */
  readonly floor: readonly number[]
}

/** One answer through the built app into its window, then one through the least that can be done. */
export function measureSocketToPixel(): Promise<SocketToPixel> {
  return inTemporaryFolder(async (userData) => {
    const server = await startPacedServer({ streams: 1, piecesEach, piecesPerSecond })
    await writePacedSettings(userData, server.baseUrl)
    const { electron, main, quit } = await launchRivulet({ userData })
    try {
      const inApp = await probeShownText(main.page, '.markdown')
      const question = 'Question in the app'
      await main.newConversation.click()
      await main.ask(question)
      const app = await waysToPixels(server, question, inApp)

      const bareQuestion = 'Question in the bare window'
      const inBareWindow = await probeShownText(await openBareWindow(electron), 'body')
      await streamToBareWindow(electron, server.baseUrl, bareQuestion)
      return { app, floor: await waysToPixels(server, bareQuestion, inBareWindow) }
    } finally {
      await quit()
      server.close()
    }
  })
}

async function waysToPixels(
  server: PacedServer,
  question: string,
  probe: ShownTextProbe,
): Promise<readonly number[]> {
  const text = [`${question}. `, ...wordPieces(piecesEach).slice(1)].join('')
  await untilShown(probe, lettersIn(text))
  const stream = (await server.streams()).find((each) => each.question === question)
  const lettersUpTo = lettersAt(text)
  const sent = (stream?.writes ?? []).map(({ at, end }) => ({ at, mark: lettersUpTo[end] ?? 0 }))
  return waysOf(sent, await probe.read())
}

async function untilShown(probe: ShownTextProbe, letters: number): Promise<void> {
  const limit = performance.now() + 60_000
  while ((await probe.shown()) < letters) {
    if (performance.now() > limit) throw new Error('The answer was not painted to its end')
    // Rarely: what asks is work for the page, too.
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

function lettersIn(text: string): number {
  return text.replace(/\s+/g, '').length
}

/** How many letters there are before each place in the text. */
function lettersAt(text: string): readonly number[] {
  const counts = [0]
  for (let index = 0; index < text.length; index += 1) {
    counts.push((counts[index] ?? 0) + (/\s/.test(text.charAt(index)) ? 0 : 1))
  }
  return counts
}
