import { memo } from 'react'
import { isLowSurrogate } from '../../../../shared/text/surrogates'
import { classes } from '../../../design/classes'
import { hasBreak } from './pieces-of-runs'

interface PlainPiecesProps {
  readonly text: string
  /** Offset in the text; what is before is not shown. */
  readonly from: number
}

/** UTF-16 units: what a browser lays out well within a frame. */
const pieceLength = 4_096

/** Very much text as it is written. The browser lays out only what is in sight. */
export function PlainPieces({ text, from }: PlainPiecesProps) {
  const pieces = []
  const first = Math.floor(from / pieceLength)
  for (let index = first; index * pieceLength < text.length; index += 1) {
    pieces.push(
      <Piece
        key={index}
        text={text}
        from={Math.max(from, wholeCharacters(text, index * pieceLength))}
        to={wholeCharacters(text, (index + 1) * pieceLength)}
      />,
    )
  }
  return <div>{pieces}</div>
}

interface PieceProps extends PlainPiecesProps {
  readonly to: number
}

const Piece = memo(function Piece({ text, from, to }: PieceProps) {
  const part = text.slice(from, to)
  return <div className={classes('plain-piece', !hasBreak(part) && 'word-piece')}>{part}</div>
})

/** Not between the halves of a character. */
function wholeCharacters(text: string, offset: number): number {
  return isLowSurrogate(text.charCodeAt(offset)) ? offset + 1 : offset
}
