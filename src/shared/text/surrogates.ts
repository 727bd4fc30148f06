/** Text is counted in UTF-16 units: a character that one cannot hold is a high and a low surrogate. */
export function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

export function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}

/** Whether a cut there would part the halves of a character. */
export function isInsideCharacter(text: string, offset: number): boolean {
  return isLowSurrogate(text.charCodeAt(offset)) && isHighSurrogate(text.charCodeAt(offset - 1))
}

/** Whether the text ends in the first half of a character, which is none yet. */
export function endsInHalf(text: string): boolean {
  return isHighSurrogate(text.charCodeAt(text.length - 1))
}
