import { launchRivulet } from '../e2e/rivulet-app'
import type { Figure } from '../torture/figure'
import { atMost, exactly, median, told } from '../torture/figures'
import { inTemporaryFolder } from '../torture/temporary-folder'
import { openConversation, openEmpty } from './conversation-opening'
import { frameMilliseconds, longestGap } from './frame-times'
import { writePacedSettings } from './paced-settings'
import { plantWorkInLongOnes } from './planted-conversation-work'
import { rounds } from './rounds'
import { scrollToStart } from './scrolling'
import { messageCounts, seed } from './seeded-conversations'

/** Opening a conversation of 10,000 messages, beside one of 50, and reading it from end to start. */
export function run({ plantBreak }: { readonly plantBreak: boolean }): Promise<readonly Figure[]> {
  return inTemporaryFolder(async (userData) => {
    // Each is opened once: what was read before would be there already. The first are to warm up.
    const pairs = Array.from({ length: rounds + 1 }, (_, index) => ({
      long: seed(userData, `Long ${index}`, messageCounts.long),
      short: seed(userData, `Short ${index}`, messageCounts.short),
    }))
    await writePacedSettings(userData, 'http://127.0.0.1:9')
    const { main, quit } = await launchRivulet({ userData })
    try {
      const { page } = main
      if (plantBreak) await plantWorkInLongOnes(page)
      const opened: { readonly long: number; readonly short: number }[] = []
      for (const { long, short } of pairs) {
        await openEmpty(page)
        const ofLong = await openConversation(page, long)
        await openEmpty(page)
        opened.push({ long: ofLong, short: await openConversation(page, short) })
      }
      const measured = opened.slice(1)
      const last = pairs.at(-1)
      if (last === undefined) throw new Error('Nothing was opened')
      await openEmpty(page)
      await openConversation(page, last.long)
      const { frames, reachedStart } = await scrollToStart(
        page,
        last.long,
        plantBreak ? 10_000 : 300_000,
      )
      const late = frames.filter((gap) => gap > 2 * frameMilliseconds + 0.5).length

      return [
        atMost(
          'opening 10,000 messages ÷ opening 50',
          median(measured.map(({ long, short }) => long / short)),
          1.5,
          '',
        ),
        told('opening 10,000 messages', median(measured.map(({ long }) => long)), 'ms'),
        told('opening 50 messages', median(measured.map(({ short }) => short)), 'ms'),
        exactly('scrolled to the first message', Number(reachedStart), 1),
        atMost('frames over 33 ms while scrolling', (100 * late) / frames.length, 1, '%'),
        told('longest frame while scrolling', longestGap(frames), 'ms'),
        told('frames while scrolling', frames.length, ''),
      ]
    } finally {
      await quit()
    }
  })
}
