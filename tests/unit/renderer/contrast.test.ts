import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

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
  for (const match of block.matchAll(/--([\w-]+): oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/g)) {
    const [, name = '', lightness, chroma, hue] = match
    tokens.set(name, luminance(Number(lightness), Number(chroma), Number(hue)))
  }
  return tokens
}

function contrast(left = Number.NaN, right = Number.NaN): number {
  return (Math.max(left, right) + 0.05) / (Math.min(left, right) + 0.05)
}

/** Relative luminance of an OKLCH colour, by way of linear sRGB. */
function luminance(lightness: number, chroma: number, hue: number): number {
  const a = chroma * Math.cos((hue * Math.PI) / 180)
  const b = chroma * Math.sin((hue * Math.PI) / 180)
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const clamp = (value: number) => Math.min(1, Math.max(0, value))
  const red = clamp(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short)
  const green = clamp(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short)
  const blue = clamp(-0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
