import { hexOf, parseOklch } from './oklch'

/** The colours that diagrams are drawn with, as `#rrggbb`: whoever draws them knows no other notation. */
export interface DiagramTheme {
  readonly dark: boolean
  readonly page: string
  readonly raised: string
  readonly quiet: string
  readonly line: string
  readonly lineStrong: string
  readonly ink: string
  readonly ink2: string
  readonly ink3: string
  readonly accent: string
  readonly accentSoft: string
  readonly found: string
  readonly bad: string
  readonly badSoft: string
}

const inkWithoutTokens = { light: '#222222', dark: '#eeeeee' }
const groundWithoutTokens = { light: '#ffffff', dark: '#16181a' }

/** @param token the text of a design token by its name, such as `--ink`; empty when there is none */
export function diagramTheme(dark: boolean, token: (name: string) => string): DiagramTheme {
  const mode = dark ? 'dark' : 'light'
  const color = (name: string, otherwise: string): string => {
    const parsed = parseOklch(token(name))
    return parsed === null ? otherwise : hexOf(parsed)
  }
  const ink = inkWithoutTokens[mode]
  const ground = groundWithoutTokens[mode]
  return {
    dark,
    page: color('--page', ground),
    raised: color('--raised', ground),
    quiet: color('--quiet', ground),
    line: color('--line', ink),
    lineStrong: color('--line-strong', ink),
    ink: color('--ink', ink),
    ink2: color('--ink-2', ink),
    ink3: color('--ink-3', ink),
    accent: color('--accent', ink),
    accentSoft: color('--accent-soft', ground),
    found: color('--found', ground),
    bad: color('--bad', ink),
    badSoft: color('--bad-soft', ground),
  }
}
