/** Puts the names of states into the middle of their boxes, where Mermaid puts all others. */
export function centreStateLabels(svg: SVGSVGElement): void {
  for (const label of svg.querySelectorAll<SVGGElement>('g.statediagram-state > g.label')) {
    const vertical = label.transform.baseVal.consolidate()?.matrix.f
    if (vertical === undefined) continue
    const { x, width } = label.getBBox()
    label.setAttribute('transform', `translate(${-x - width / 2}, ${vertical})`)
  }
}
