const longestPiece = 40

/**
 * Cuts a text into words, each with the white space after it. Put together again the pieces are
 * exactly the text; no character outside the basic plane is cut in two.
 */
export function splitIntoPieces(text: string): readonly string[] {
  return text.match(new RegExp(`\\S{1,${longestPiece}}\\s*|\\s+`, 'gu')) ?? []
}

const sentenceEnd = /[.!?:][)"”*_]*\s*$/
const paragraphEnd = /\n\s*\n$/

/** How long to wait after a piece before the next one, in milliseconds: the pace of a quick reader. */
export function delayAfterPiece(piece: string): number {
  const forLength = Math.min(30, 10 + piece.trimEnd().length)
  if (paragraphEnd.test(piece)) return forLength + 90
  if (sentenceEnd.test(piece)) return forLength + 50
  return forLength
}
