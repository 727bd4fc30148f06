import mermaid from 'mermaid'
import type { DiagramPicture } from '../diagram-message'
import type { DiagramTheme } from '../diagram-theme'
import { centreStateLabels } from './centre-labels'
import { makeLabelsLegible } from './legible-labels'
import { mermaidConfig } from './mermaid-config'

/** @throws what Mermaid throws at a source that it cannot draw */
export async function drawDiagram(source: string, theme: DiagramTheme): Promise<DiagramPicture> {
  mermaid.initialize(mermaidConfig(theme))
  // Each picture is a document of its own, so all may use the same name.
  const { svg } = await mermaid.render('diagram', source)
  return pictureOf(svg)
}

function pictureOf(markup: string): DiagramPicture {
  const svg = new DOMParser().parseFromString(markup, 'text/html').querySelector('svg')
  if (svg === null) throw new Error('There is no picture')
  document.body.append(svg)
  try {
    // In an image there are no links to follow.
    for (const link of svg.querySelectorAll('a')) link.replaceWith(...link.childNodes)
    makeLabelsLegible(svg)
    centreStateLabels(svg)
    const { width, height } = svg.viewBox.baseVal
    const title = svg.querySelector(':scope > title')?.textContent?.trim() ?? ''
    svg.setAttribute('width', String(width))
    svg.setAttribute('height', String(height))
    svg.style.removeProperty('max-width')
    // As XML, which HTML's own notation is not always.
    return { svg: new XMLSerializer().serializeToString(svg), width, height, title }
  } finally {
    svg.remove()
  }
}
