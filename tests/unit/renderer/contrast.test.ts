import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { hexOf, parseOklch } from '../../../src/renderer/painting/diagrams/oklch'

const css = readFileSync('src/renderer/design/tokens.css', 'utf8')

/** Foreground tokens and the backgrounds they stand on as text; WCAG AA wants 4.5. */
const pairs = [
  ...['ink', 'ink-2', 'ink-3'].flatMap((ink) =>
    ['page', 'side', 'raised', 'quiet', 'hover'].map((ground) => [ink, ground]),
  ),
  ...['accent', 'bad'].flatMap((ink) => ['page', 'raised'].map((ground) => [ink, ground])),
  ...['tok-key', 'tok-str', 'tok-num', 'tok-com', 'tok-fn', 'good'].flatMap((ink) =>
    ['page', 'raised'].map((ground) => [ink, ground]),
  ),
  ['page', 'ink'],
  ['ink', 'found'],
  ['ink', 'bad-soft'],
]

describe.each(['light', 'dark'])('%s theme', (theme) => {
  const tokens = tokensOf(theme)

  test.each(pairs)('%s on %s can be read', (foreground, background) => {
    const ratio = contrast(tokens.get(foreground ?? ''), tokens.get(background ?? ''))
    expect(ratio).toBeGreaterThanOrEqual(4.5)
  })
})

function tokensOf(theme: string): ReadonlyMap<string, number> {
  const start = css.indexOf(`[data-theme="${theme}"] {`)
  const block = css.slice(start, css.indexOf('}', start))
  const tokens = new Map<string, number>()
  for (const [, name = '', value = ''] of block.matchAll(/--([\w-]+):(.*);/g)) {
    const color = parseOklch(value)
    if (color !== null) tokens.set(name, luminance(hexOf(color)))
  }
  return tokens
}

function contrast(left = Number.NaN, right = Number.NaN): number {
  return (Math.max(left, right) + 0.05) / (Math.min(left, right) + 0.05)
}

/** Relative luminance of `#rrggbb`, as WCAG defines it. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const value = Number.parseInt(hex.slice(start, start + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
