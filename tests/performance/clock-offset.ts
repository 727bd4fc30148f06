import type { Page } from '@playwright/test'
import { monotonic } from '../torture/monotonic'

const trips = 30

/**
 * What to add to `performance.now()` of a page to have the time of `monotonic`, in milliseconds. Of
 * some round trips the shortest tells best: its middle is when the page was asked.
 */
export async function clockOffset(page: Page): Promise<number> {
  let shortest = Number.POSITIVE_INFINITY
  let offset = Number.NaN
  for (let trip = 0; trip < trips; trip += 1) {
    const before = monotonic()
    const there = await page.evaluate(() => performance.now())
    const after = monotonic()
    if (after - before >= shortest) continue
    shortest = after - before
    offset = (before + after) / 2 - there
  }
  return offset
}
