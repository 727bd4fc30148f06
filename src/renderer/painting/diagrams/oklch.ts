/** A colour of the design as it stands in the tokens. */
export interface Oklch {
  readonly lightness: number
  readonly chroma: number
  /** In degrees. */
  readonly hue: number
}

/** Reads `oklch(L C H)`; null for anything else, also for a colour that lets another shine through. */
export function parseOklch(text: string): Oklch | null {
  const match = /^\s*oklch\(\s*([\d.]+)\s+([\d.]+)\s+([\d.]+)\s*\)\s*$/.exec(text)
  if (match === null) return null
  const [, lightness, chroma, hue] = match.map(Number)
  if (lightness === undefined || chroma === undefined || hue === undefined) return null
  return { lightness, chroma, hue }
}

/**
 * The same colour as `#rrggbb`, for those who know no other; what sRGB lacks is clipped. The numbers
 * are those of https://bottosson.github.io/posts/oklab/.
 */
export function hexOf({ lightness, chroma, hue }: Oklch): string {
  const a = chroma * Math.cos((hue * Math.PI) / 180)
  const b = chroma * Math.sin((hue * Math.PI) / 180)
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const channels = [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ]
  return `#${channels.map(hexOfChannel).join('')}`
}

function hexOfChannel(linear: number): string {
  const clipped = Math.min(1, Math.max(0, linear))
  const encoded = clipped <= 0.0031308 ? 12.92 * clipped : 1.055 * clipped ** (1 / 2.4) - 0.055
  return Math.round(encoded * 255)
    .toString(16)
    .padStart(2, '0')
}
