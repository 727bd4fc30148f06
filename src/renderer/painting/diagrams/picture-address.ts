/** An address under which an image shows that SVG. In an image no script runs and nothing is loaded. */
export function pictureAddress(svg: string): string {
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(wellFormed(svg))}`
}

/** Half a surrogate pair has no encoding. */
function wellFormed(text: string): string {
  return text.replaceAll(/\p{Surrogate}/gu, '\uFFFD')
}
