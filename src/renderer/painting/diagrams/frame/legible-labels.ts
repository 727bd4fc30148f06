import { contrastRatio, parseRgb, type Rgb } from './contrast'

const leastContrast = 4.5
const inks: readonly Rgb[] = [
  [20, 22, 24],
  [255, 255, 255],
]

/**
 * Gives labels another ink where they could not be read: models colour shapes for a light page and
 * leave the words to the theme. The picture must be in the document.
 */
export function makeLabelsLegible(svg: SVGSVGElement): void {
  for (const node of svg.querySelectorAll('g.node, g.cluster')) {
    const shape = node.querySelector('rect, polygon, path, circle, ellipse')
    const ground = shape === null ? null : parseRgb(getComputedStyle(shape).fill)
    if (ground === null) continue
    for (const label of node.querySelectorAll<SVGElement>('text, tspan')) {
      const ink = parseRgb(getComputedStyle(label).fill)
      if (ink === null || contrastRatio(ink, ground) >= leastContrast) continue
      const [best] = [...inks].sort((a, b) => contrastRatio(b, ground) - contrastRatio(a, ground))
      label.style.setProperty('fill', `rgb(${best?.join(' ')})`, 'important')
    }
  }
}
