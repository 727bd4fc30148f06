import { renderToStaticMarkup } from 'react-dom/server'
import { DocumentView } from '../../../../src/renderer/painting/markdown/drawing/document-view'
import {
  type ParsedMarkdown,
  parseMarkdown,
} from '../../../../src/renderer/painting/markdown/parser/parse-markdown'

/** A parsed text as the window draws it. */
export function drawn({ document, growing }: ParsedMarkdown): string {
  return renderToStaticMarkup(
    <DocumentView blocks={document.blocks} footnotes={document.footnotes} growing={growing} />,
  )
}

/** A text as it is drawn when it is parsed at once. */
export function drawnAtOnce(text: string, growing = false): string {
  return drawn(parseMarkdown(text, { growing }))
}

/** Calls back after each piece of a text that arrives in pieces, and at its end. */
export function stream(
  text: string,
  ends: readonly number[],
  onParsed: (parsed: ParsedMarkdown, prefix: string) => void,
): void {
  let previous = parseMarkdown('', { growing: true })
  for (const end of ends) {
    const prefix = text.slice(0, end)
    previous = parseMarkdown(prefix, { growing: true, previous })
    onParsed(previous, prefix)
  }
  onParsed(parseMarkdown(text, { previous }), text)
}

export function everyEnd(text: string): readonly number[] {
  return Array.from({ length: text.length }, (_, index) => index + 1)
}
