import { DocumentView } from './drawing/document-view'
import { PlainPieces } from './drawing/plain-pieces'
import { documentWithSeams } from './seams/document-with-seams'
import { useParsedMarkdown } from './use-parsed-markdown'

interface MarkdownProps {
  readonly text: string
  /** Offsets in the text where it went on after an interruption. */
  readonly seams?: readonly number[]
  /** Shows the place where more is coming. */
  readonly growing?: boolean
}

const noSeams: readonly number[] = []

/** A text as a document. While it grows, blocks that are settled are neither drawn nor touched. */
export function Markdown({ text, seams = noSeams, growing = false }: MarkdownProps) {
  const { parsed, isLate } = useParsedMarkdown(text, growing)
  const { blocks, footnotes } = documentWithSeams(parsed, seams)
  return (
    <>
      <DocumentView blocks={blocks} footnotes={footnotes} growing={growing} />
      {isLate && (
        <div className="markdown">
          <PlainPieces text={text} from={parsed.text.length} />
        </div>
      )}
    </>
  )
}
