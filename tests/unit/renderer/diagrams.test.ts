import { describe, expect, test } from 'vitest'
import { alternativeText } from '../../../src/renderer/painting/diagrams/alternative-text'
import { readReply } from '../../../src/renderer/painting/diagrams/diagram-message'
import { diagramTheme } from '../../../src/renderer/painting/diagrams/diagram-theme'
import { contrastRatio, parseRgb } from '../../../src/renderer/painting/diagrams/frame/contrast'
import { diagramProblem } from '../../../src/renderer/painting/diagrams/frame/diagram-problem'
import { mermaidConfig } from '../../../src/renderer/painting/diagrams/frame/mermaid-config'
import { hexOf, parseOklch } from '../../../src/renderer/painting/diagrams/oklch'
import { pictureAddress } from '../../../src/renderer/painting/diagrams/picture-address'

describe('what the frame says', () => {
  const picture = { svg: '<svg/>', width: 1, height: 2, title: 'T' }

  test.each([
    { kind: 'ready' },
    { kind: 'picture', id: 1, picture },
    { kind: 'problem', id: 1, reason: 'No.' },
  ])('%j is understood', (message) => {
    expect(readReply(message)).toEqual(message)
  })

  test('only what belongs to a message is taken from it', () => {
    expect(readReply({ kind: 'ready', id: 1, more: 'x' })).toEqual({ kind: 'ready' })
  })

  test.each([
    null,
    'ready',
    {},
    { kind: 'open', id: 1 },
    { kind: 'problem', id: '1', reason: 'No.' },
    { kind: 'problem', id: 1, reason: 'x'.repeat(2_000) },
    { kind: 'picture', id: 1, picture: null },
    { kind: 'picture', id: 1, picture: { ...picture, svg: 1 } },
    { kind: 'picture', id: 1, picture: { ...picture, svg: 'x'.repeat(9_000_000) } },
    { kind: 'picture', id: 1, picture: { ...picture, width: 0 } },
    { kind: 'picture', id: 1, picture: { ...picture, width: Number.NaN } },
    { kind: 'picture', id: 1, picture: { ...picture, height: Number.POSITIVE_INFINITY } },
  ])('anything else is not heard (%#)', (message) => {
    expect(readReply(message)).toBeNull()
  })
})

describe('alternative text', () => {
  test.each([
    ['flowchart TD\n A --> B', '', 'Diagram: flowchart TD'],
    ['\n  sequenceDiagram\n', '', 'Diagram: sequenceDiagram'],
    ['%% a comment\n%%{init: {}}%%\npie title Pets', '', 'Diagram: pie title Pets'],
    ['---\ntitle: The plan\nconfig:\n  look: neo\n---\ngantt', '', 'Diagram: gantt'],
    ['flowchart TD', 'How a request goes', 'Diagram: How a request goes'],
    ['', '', 'Diagram'],
  ])('of %j with the title %j is %j', (source, title, expected) => {
    expect(alternativeText(source, title)).toBe(expected)
  })

  test('is short', () => {
    expect(alternativeText('x'.repeat(1_000), '').length).toBeLessThan(150)
  })
})

describe('reasons', () => {
  test.each([
    ["Parse error on line 3:\n...A --> [[[\n---^\nExpecting 'X', got 'Y'", 'near line 3'],
    ['Lexical error on line 7. Unrecognized text.\n...', 'near line 7'],
    [
      'No diagram type detected matching given configuration for text: hello',
      'Mermaid knows no kind of diagram that begins like this.',
    ],
    ['Cannot read properties of undefined', 'Cannot read properties of undefined.'],
    ['The source image cannot be decoded.', 'it shows pictures from elsewhere'],
    ['', 'Mermaid cannot draw this diagram.'],
  ])('%j is told as one sentence', (message, part) => {
    const sentence = diagramProblem(new Error(message))
    expect(sentence).toContain(part)
    expect(sentence).toMatch(/^[A-Z][^\n]*\.$/)
  })

  test('are short, whatever is thrown', () => {
    expect(diagramProblem('y'.repeat(5_000)).length).toBeLessThan(300)
  })
})

describe('colours', () => {
  test.each([
    ['oklch(1 0 0)', '#ffffff'],
    ['oklch(0 0 0)', '#000000'],
    ['oklch(0.62796 0.25768 29.234)', '#ff0000'],
    ['oklch(0.86644 0.29483 142.495)', '#00ff00'],
    ['oklch(0.45201 0.31321 264.052)', '#0000ff'],
  ])('%s is %s', (text, hex) => {
    const color = parseOklch(text)
    expect(color === null ? null : hexOf(color)).toBe(hex)
  })

  test.each(['', '#fff', 'oklch(0.2 0.02 250 / 0.06)', 'color-mix(in oklch, red, blue)'])(
    '%j is none of ours',
    (text) => {
      expect(parseOklch(text)).toBeNull()
    },
  )

  test('a theme takes them from the tokens, and has others where there is no token', () => {
    const theme = diagramTheme(true, (name) => (name === '--ink' ? 'oklch(1 0 0)' : ''))
    expect(theme).toMatchObject({ dark: true, ink: '#ffffff', page: '#16181a' })
  })

  test('contrast is that of the guidelines', () => {
    expect(contrastRatio([0, 0, 0], [255, 255, 255])).toBeCloseTo(21)
    expect(contrastRatio([119, 119, 119], [255, 255, 255])).toBeCloseTo(4.48, 2)
    expect(contrastRatio([1, 2, 3], [1, 2, 3])).toBe(1)
  })

  test('a colour that lets another shine through is not judged', () => {
    expect(parseRgb('rgb(1, 2, 3)')).toEqual([1, 2, 3])
    expect(parseRgb('rgba(1, 2, 3, 0.5)')).toBeNull()
    expect(parseRgb('none')).toBeNull()
  })
})

test('a diagram can neither trust itself more nor have HTML in it', () => {
  const { secure, ...config } = mermaidConfig(diagramTheme(false, () => ''))
  expect(config).toMatchObject({
    startOnLoad: false,
    securityLevel: 'strict',
    htmlLabels: false,
    suppressErrorRendering: true,
    deterministicIds: true,
  })
  for (const key of [
    'secure',
    'securityLevel',
    'htmlLabels',
    'themeCSS',
    'fontFamily',
    'maxEdges',
  ]) {
    expect(secure).toContain(key)
  }
})

test('the address of a picture holds every text, also one that is broken', () => {
  const address = pictureAddress('<svg>#ä%😀\ud800</svg>')
  expect(address).toMatch(/^data:image\/svg\+xml;charset=utf-8,[\w%.!~*'()-]*$/)
  expect(decodeURIComponent(address.slice(address.indexOf(',') + 1))).toBe('<svg>#ä%😀\ufffd</svg>')
})
