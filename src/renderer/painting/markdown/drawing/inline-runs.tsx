import { createElement, memo, type ReactNode } from 'react'
import { assertNever } from '../../../../shared/assert-never'
import { Icon } from '../../../design/icon'
import { SeamMark } from '../../code/seam-mark'
import { Formula } from '../../math/formula'
import type { Inline, InlineRun } from '../node'
import { Caret } from './caret'
import { FootnoteReference } from './footnote-reference'
import { MarkdownLink } from './markdown-link'
import { textWithSeams } from './text-with-seams'

interface InlineRunsProps {
  readonly runs: readonly InlineRun[]
  readonly growing: boolean
}

/**
 * So many runs make a block of their own: a browser lays out and paints a whole paragraph when its end
 * changes, which takes longer than a frame from some ten thousand characters on.
 */
const runsOfPiece = 8

/** What stands in a line, or in very many. */
export function InlineRuns({ runs, growing }: InlineRunsProps) {
  return (
    <>
      {runs.length <= runsOfPiece ? runs.map(drawRun) : piecesOf(runs)}
      {growing && <Caret />}
    </>
  )
}

function piecesOf(runs: readonly InlineRun[]): ReactNode {
  const pieces: ReactNode[] = []
  for (let from = 0; from < runs.length; from += runsOfPiece) {
    pieces.push(
      <span key={from} className="piece">
        {runs.slice(from, from + runsOfPiece).map(drawRun)}
      </span>,
    )
  }
  return pieces
}

const drawRun = (run: InlineRun, index: number): ReactNode => <RunView key={index} run={run} />

const RunView = memo(function RunView({ run }: { readonly run: InlineRun }) {
  return drawInlines(run.inlines)
})

function drawInlines(inlines: readonly Inline[]): ReactNode {
  const [only] = inlines
  return inlines.length === 1 && only !== undefined ? drawInline(only) : inlines.map(drawInline)
}

function drawInline(inline: Inline, key?: number): ReactNode {
  switch (inline.kind) {
    case 'text':
      return inline.text
    case 'code':
      return (
        <code key={key} className="inline-code">
          {textWithSeams(inline.text, inline.seams)}
        </code>
      )
    case 'emphasis':
    case 'strong':
    case 'strikethrough':
      return createElement(tags[inline.kind], { key }, drawInlines(inline.children))
    case 'link':
      return (
        <MarkdownLink key={key} address={inline.address} hint={inline.title}>
          {drawInlines(inline.children)}
        </MarkdownLink>
      )
    case 'image':
      // Loading it would tell a stranger's server that this answer was read.
      return (
        <MarkdownLink key={key} address={inline.address} hint={inline.title} className="image-chip">
          <Icon name="image" />
          {inline.alt === '' ? 'Image' : inline.alt}
        </MarkdownLink>
      )
    case 'break':
      return <br key={key} />
    case 'math':
      return <Formula key={key} tex={inline.tex} display={inline.display} />
    case 'footnote':
      return <FootnoteReference key={key} label={inline.label} />
    case 'seam':
      return <SeamMark key={key} />
    default:
      return assertNever(inline)
  }
}

const tags = { emphasis: 'em', strong: 'strong', strikethrough: 's' } as const
