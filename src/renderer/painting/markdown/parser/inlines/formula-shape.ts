/** Characters that TeX has and prose about money has not. */
const texCharacter = /[\\^_{}=+<>|&*]/

/** Of them what is neither behind an amount, where emphasis ends and sums go on, nor in a name. */
const surelyTex = /[\\^{}]/

/** An amount of money and then words, not a formula: `$5 million or A$`. */
export function looksLikeMoney(content: string): boolean {
  return /^\d/.test(content) && /\s/.test(content) && !texCharacter.test(content)
}

/**
 * Whether what is known of a formula could be money: it begins with a digit and nothing else in it
 * is surely of TeX.
 */
export function startsLikeMoney(content: string): boolean {
  return /^\d/.test(content) && !surelyTex.test(content)
}

/**
 * Two words of at least two letters side by side, or twelve letters of a script that puts no space
 * between words, with nothing surely of TeX: hiding that is worse than showing a delimiter for a moment.
 */
export function looksLikeProse(content: string): boolean {
  if (surelyTex.test(content)) return false
  return /\p{L}{2,}[,;:]? +\p{L}{2,}/u.test(content) || /\p{L}{12}/u.test(content)
}

/** Not only white space and backslashes, as between escaped punctuation. */
export function isFormula(content: string): boolean {
  return /[^\s\\]/.test(content)
}

/** A number in escaped square brackets, as in citations. */
export function looksLikeCitation(content: string): boolean {
  return /^[\d\s,–-]+$/.test(content)
}
