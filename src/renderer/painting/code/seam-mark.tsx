/** Inside a line: it holds no text, so that copied code has none of it. */
export function SeamMark() {
  return <span className="seam-mark" role="img" aria-label="Resumed here" title="Resumed here" />
}
