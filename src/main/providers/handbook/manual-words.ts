const stopWords = new Set(
  `a about also always am an and another any anyone are aren as at be been best but by can could
  couldn did didn do does doesn doing don done for from get gets getting give good got had
  happen happens has have hello help hi how i if in into is isn it its just like ll made make
  makes may me mean might must my need of on one or other others our people please possible re
  say says see shall should shouldn show so some someone tell than that the their them then
  there these they thing this those to too us use used using ve very want was wasn way we were
  what when where whether which who why will with without won would you your`.split(/\s+/),
)

/** What people say, and what the manual says for it. */
const sameMeaning: ReadonlyMap<string, string> = new Map([
  ['chat', 'conversation'],
  ['thread', 'conversation'],
  ['remove', 'delete'],
  ['erase', 'delete'],
  ['find', 'search'],
  ['old', 'earlier'],
  ['abort', 'stop'],
  ['cancel', 'stop'],
  ['halt', 'stop'],
  ['incomplete', 'cut'],
  ['truncated', 'cut'],
  ['wifi', 'network'],
  ['internet', 'network'],
  ['offline', 'network'],
  ['credential', 'key'],
  ['encryption', 'encrypted'],
  ['directory', 'folder'],
  ['preference', 'setting'],
  ['option', 'setting'],
  ['theme', 'dark'],
  ['appearance', 'dark'],
  ['denied', 'rejected'],
  ['refused', 'rejected'],
  ['invalid', 'rejected'],
])

const vowel = /[aeiouy]/

/** Takes off a plural, -ing or -ed, so that "stored", "storing" and "stores" meet. */
function stem(word: string): string {
  const singular = word.endsWith('ies')
    ? `${word.slice(0, -3)}y`
    : word.length > 3 && /[^su]s$/.test(word)
      ? word.slice(0, -1)
      : word
  const ending = /(?:ied|ing|ed)$/.exec(singular)?.[0]
  if (ending === undefined) return dropFinalE(singular)
  const root = singular.slice(0, -ending.length)
  if (root.length < 3 || !vowel.test(root)) return dropFinalE(singular)
  if (ending === 'ied') return `${root}y`
  return dropFinalE(/([^aeiouyls])\1$/.test(root) ? root.slice(0, -1) : root)
}

function dropFinalE(word: string): string {
  return word.length > 3 && word.endsWith('e') ? word.slice(0, -1) : word
}

const stemmedMeaning: ReadonlyMap<string, string> = new Map(
  [...sameMeaning].map(([said, written]) => [stem(said), stem(written)]),
)

/** The words of a text that carry meaning: lower case, no diacritics, stemmed, in their order. */
export function meaningfulWords(text: string): readonly string[] {
  const folded = text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/['’]s\b/g, '')
  return (folded.match(/[\p{Letter}\p{Number}]+/gu) ?? [])
    .filter((word) => !stopWords.has(word))
    .map(stem)
    .map((word) => stemmedMeaning.get(word) ?? word)
}
