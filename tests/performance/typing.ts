import type { Page } from '@playwright/test'
import { launchRivulet } from '../e2e/rivulet-app'
import type { Figure } from '../torture/figure'
import { atMost, exactly, percentile, told } from '../torture/figures'
import { inTemporaryFolder } from '../torture/temporary-folder'
import { comeToRest, openConversation, openEmpty } from './conversation-opening'
import { type KeystrokeProbe, keystrokeProbe } from './keystroke-probe'
import { writePacedSettings } from './paced-settings'
import { plantReadingOnKeys } from './planted-conversation-work'
import { messageCounts, seed } from './seeded-conversations'

/** Taken in turns, so that what drifts drifts for both. */
const blocks = 16
const words = 'typing feels the same here or '
/** Between two keys, in milliseconds: fast typing, and no multiple of a frame. */
const pause = 37

/** From a key to the frame that shows its letter: in a long conversation, and in an empty one. */
export function run({ plantBreak }: { readonly plantBreak: boolean }): Promise<readonly Figure[]> {
  return inTemporaryFolder(async (userData) => {
    const long = seed(userData, 'Long', messageCounts.long)
    await writePacedSettings(userData, 'http://127.0.0.1:9')
    const { main, quit } = await launchRivulet({ userData })
    try {
      const { page } = main
      if (plantBreak) await plantReadingOnKeys(page, messageCounts.long)
      const probe = await keystrokeProbe(page)
      const typeBlock = async (): Promise<readonly number[]> => {
        await main.message.fill('')
        await main.message.focus()
        // Emptying the box takes a key, too.
        await probe.take()
        return typeWords(page, probe)
      }
      const inLong: number[] = []
      const inEmpty: number[] = []
      // The first block of each is to warm up.
      for (let block = 0; block <= blocks; block += 1) {
        await openEmpty(page)
        await openConversation(page, long)
        await comeToRest(page)
        const ofLong = await typeBlock()
        await openEmpty(page)
        const ofEmpty = await typeBlock()
        if (block === 0) continue
        inLong.push(...ofLong)
        inEmpty.push(...ofEmpty)
      }
      const keys = blocks * words.length
      return [
        atMost(
          'keystroke to paint among 10,000 messages ÷ in an empty conversation, p95',
          percentile(inLong, 0.95) / percentile(inEmpty, 0.95),
          1.2,
          '',
        ),
        ...[
          ['among 10,000 messages', inLong] as const,
          ['in an empty conversation', inEmpty] as const,
        ].flatMap(([place, times]) => [
          exactly(`keys painted ${place}`, times.length, keys),
          told(`keystroke to paint ${place}, p50`, percentile(times, 0.5), 'ms'),
          told(`keystroke to paint ${place}, p95`, percentile(times, 0.95), 'ms'),
          told(`keystroke to paint ${place}, longest`, Math.max(...times), 'ms'),
        ]),
      ]
    } finally {
      await quit()
    }
  })
}

async function typeWords(page: Page, probe: KeystrokeProbe): Promise<readonly number[]> {
  for (const key of words) {
    await page.keyboard.press(key === ' ' ? 'Space' : key)
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
  return probe.take()
}
