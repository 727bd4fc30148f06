import { seededRandom } from './seeded-random'

const syllables = 'ri ver na ïve sto ne mo or wa ter glim lum é lan kar to vo wen du sha'.split(' ')
const otherScripts = ['水', '🙂', '日本', '👩‍👩‍👧', 'поток', 'é']

/**
 * A text in pieces, a word each and no word twice, with line breaks and more than ASCII on the way. No
 * word ends with the next one: where "to" follows "also", nobody can tell a repeat from the text.
 */
export function wordPieces(count: number): readonly string[] {
  const random = seededRandom(count)
  const pick = (choices: readonly string[]): string =>
    choices[Math.floor(random() * choices.length)] ?? ''
  const words = new Set<string>()
  let last = ''
  while (words.size < count) {
    const length = 1 + Math.floor(random() * 4)
    const letters = Array.from({ length }, () => pick(syllables)).join('')
    const word = random() < 0.05 ? letters + pick(otherScripts) : letters
    if (!last.endsWith(word)) words.add(word)
    last = [...words].at(-1) ?? ''
  }
  return [...words].map((word, index) => {
    if (index === count - 1) return `${word}.`
    return index % 17 === 16 ? `${word}.\n\n` : `${word} `
  })
}

/** The same text in so many pieces as tokens are: most of them begin or end inside of a word. */
export function tokenPieces(count: number): readonly string[] {
  const random = seededRandom(count + 1)
  const pieces: string[] = []
  let rest = [...wordPieces(count).join('')]
  while (pieces.length < count && rest.length > 0) {
    const length = 1 + Math.floor(random() * 7)
    pieces.push(rest.slice(0, length).join(''))
    rest = rest.slice(length)
  }
  return pieces
}

/** Words of the whole text that the other has more than once, and that it has not. */
export function compareWords(
  whole: string,
  found: string,
): { readonly twice: number; readonly missing: number } {
  const counts = new Map<string, number>()
  for (const word of wordsOf(found)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return {
    twice: [...counts.values()].filter((count) => count > 1).length,
    missing: wordsOf(whole).filter((word) => !counts.has(word)).length,
  }
}

function wordsOf(text: string): readonly string[] {
  return text.split(/[\s.]+/).filter((word) => word !== '')
}
