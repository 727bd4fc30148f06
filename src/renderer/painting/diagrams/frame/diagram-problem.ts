const longestQuote = 160

/** What to tell of a diagram that cannot be drawn, in one sentence. */
export function diagramProblem(error: unknown): string {
  const message = (error instanceof Error ? error.message : String(error)).trim()
  if (/^No diagram type detected/.test(message)) {
    return 'Mermaid knows no kind of diagram that begins like this.'
  }
  if (/^The source image cannot be decoded/.test(message)) {
    return 'This diagram is not drawn: it shows pictures from elsewhere, and Rivulet loads none.'
  }
  const line = /\bon line (\d+)|\bat line (\d+)/i.exec(message)
  // Its parsers count the lines without what stands before the diagram, and some from zero.
  if (line !== null)
    return `Mermaid cannot read this diagram: something is wrong near line ${line[1] ?? line[2]}.`
  const [first = ''] = message.split('\n')
  if (first === '') return 'Mermaid cannot draw this diagram.'
  const quote = first.length > longestQuote ? `${first.slice(0, longestQuote)}…` : first
  return `Mermaid cannot draw this diagram: ${quote.replace(/[.:]$/, '')}.`
}
