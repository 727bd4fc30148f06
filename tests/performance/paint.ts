import type { Figure } from '../torture/figure'
import { median } from '../torture/figures'
import { growthExponent } from './growth'
import {
  comparisonFigures,
  growthFigure,
  lockstepFigures,
  longTextFigures,
  pathologicalFigures,
  realTimeFigures,
  socketToPixelFigures,
} from './paint-figures'
import {
  growthRound,
  lockstepByRenderer,
  longTextFrames,
  pathologicalInTurn,
  realTimeByRenderer,
  unlikeFreshDrawings,
} from './paint-measurements'
import { withPaintingHarness } from './painting-harness'
import { profileFigures } from './profile-paint'
import { rounds, wholeAppRounds } from './rounds'
import { measureSocketToPixel, type SocketToPixel } from './socket-to-pixel'

/** What drawing an answer costs while it grows, beside the least possible and beside other libraries. */
export async function run({
  plantBreak,
}: {
  readonly plantBreak: boolean
}): Promise<readonly Figure[]> {
  const ours = plantBreak ? 'rivulet-remounted' : 'rivulet'
  const figures: Figure[] = []
  const part = async (name: string, measure: () => Promise<readonly Figure[]>): Promise<void> => {
    if (!isWanted(name)) return
    const start = performance.now()
    figures.push(...(await measure()))
    console.log(`${name}: ${((performance.now() - start) / 1000).toFixed(0)} s`)
  }

  await withPaintingHarness('unlimited', async (harness) => {
    await part('lockstep', async () => lockstepFigures(await lockstepByRenderer(harness, ours)))
    await part('growth', async () => {
      const exponents: number[] = []
      for (let round = 0; round < rounds; round += 1) {
        exponents.push(growthExponent(await growthRound(harness, ours)))
      }
      return [growthFigure(median(exponents))]
    })
    await part('profile', () => profileFigures(harness))
    await part('comparison', async () =>
      comparisonFigures(
        await unlikeFreshDrawings(harness, plantBreak ? 'rivulet-appended' : 'rivulet'),
      ),
    )
  })
  await withPaintingHarness('of the display', async (harness) => {
    await part('real-time', async () => realTimeFigures(await realTimeByRenderer(harness, ours)))
    if (plantBreak) return
    await part('long-texts', async () => longTextFigures(await longTextFrames(harness)))
    await part('pathological', async () => pathologicalFigures(await pathologicalInTurn(harness)))
  })
  if (plantBreak) return figures
  await part('socket-to-pixel', async () => {
    const measured: SocketToPixel[] = []
    for (let round = 0; round < wholeAppRounds; round += 1) {
      measured.push(await measureSocketToPixel())
    }
    return socketToPixelFigures(measured)
  })
  return figures
}

/** All parts but the profile, or those that `RIVULET_BENCH_PARTS` names while something is being worked on. */
function isWanted(name: string): boolean {
  const parts = process.env['RIVULET_BENCH_PARTS']
  return parts === undefined ? name !== 'profile' : parts.split(',').includes(name)
}
