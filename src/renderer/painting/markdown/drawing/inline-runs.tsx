import { createElement, memo, type ReactNode } from 'react'
import { assertNever } from '../../../../shared/assert-never'
import { classes } from '../../../design/classes'
import { Icon } from '../../../design/icon'
import { SeamMark } from '../../code/seam-mark'
import { Formula } from '../../math/formula'
import { isSameList } from '../../same-list'
import type { Inline, InlineRun } from '../node'
import { FootnoteReference } from './footnote-reference'
import { MarkdownLink } from './markdown-link'
import { areDivided, type PieceOfRuns, piecesOf } from './pieces-of-runs'
import { textWithSeams } from './text-with-seams'

interface InlineRunsProps {
  readonly runs: readonly InlineRun[]
  readonly growing: boolean
}

/** What stands in a line, or in very many. The element around it has the `growingClass`. */
export function InlineRuns({ runs, growing }: InlineRunsProps) {
  if (!areDivided(runs)) return runs.map(drawRun)
  const pieces = piecesOf(runs)
  return pieces.map((piece, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces only ever follow each other.
    <Piece key={index} {...piece} growing={growing && index === pieces.length - 1} />
  ))
}

/** The class of what holds nothing but runs: the place where more is coming is at its end. */
export function growingClass(runs: readonly InlineRun[], growing: boolean): string | undefined {
  return growing && !areDivided(runs) ? 'growing' : undefined
}

interface PieceProps extends PieceOfRuns {
  readonly growing: boolean
}

const Piece = memo(function Piece({ runs, isFar, isWord, growing }: PieceProps) {
  const more = [isFar && 'far-piece', isWord && 'word-piece', growing && 'growing']
  return <span className={classes('piece', ...more)}>{runs.map(drawRun)}</span>
}, isSamePiece)

function isSamePiece(before: PieceProps, { runs, growing }: PieceProps): boolean {
  return before.growing === growing && isSameList(before.runs, runs)
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
        <code key={key} className="inline-code" dir="ltr">
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
