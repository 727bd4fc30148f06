import { seededRandom } from '../torture/seeded-random'

const words =
  'stream of words that never comes to an end because nobody told the writer when to stop and so the line grows'.split(
    ' ',
  )

function wordsOf(length: number, seed: number): string {
  const random = seededRandom(seed)
  let text = ''
  while (text.length < length) text += `${words[Math.floor(random() * words.length)]} `
  return text.slice(0, length - 1)
}

/** Texts that defeat the reuse of whole blocks, by name. */
export const longTexts = {
  'a paragraph of 100,000 characters in lines': () =>
    wordsOf(100_000, 1).replace(/(.{60,80}) /g, '$1\n'),
  'a line of 200,000 characters': () => wordsOf(200_000, 2),
  'a line of 200,000 characters in a fence': () => `\`\`\`ts\n${wordsOf(200_000, 3)}\n\`\`\``,
  'a code block of 5,000 lines': () =>
    `\`\`\`ts\n${Array.from(
      { length: 5_000 },
      (_, index) => `const value${index} = read('${index}') // line ${index}`,
    ).join('\n')}\n\`\`\``,
} satisfies Readonly<Record<string, () => string>>

export type LongTextName = keyof typeof longTexts
export const longTextNames = Object.keys(longTexts) as LongTextName[]
