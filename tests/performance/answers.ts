import { seededRandom } from '../torture/seeded-random'

/** The last words of every answer: where they are shown, the whole answer is. */
export const lastWords = 'And with these words this answer ends.'

export type AnswerKind = 'prose' | 'mixed'

const words =
  'the a system process request model value memory index query stream buffer render update state event thread latency worker cache table network parser token output input reader function design result measure time error case example approach trade important different simple complex while because however therefore also often usually when which that this these those can should will may must not only first next finally data structure schema client server window document history search message answer context prompt file disk write read commit transaction lock page layout style paint frame'.split(
    ' ',
  )

/**
 * A made-up answer of a model, the same for the same parameters. `prose` has paragraphs, lists and
 * headings; `mixed` also has code in five languages (a block for about 3,000 characters), tables,
 * formulas, quotes and nested lists.
 *
 * @param length in UTF-16 units; met exactly
 */
export function modelAnswer(kind: AnswerKind, length: number): string {
  const writer = createWriter(kind === 'prose' ? 11 : 22)
  const ending = `\n\n${lastWords}`
  const body = length - ending.length
  let text = ''
  for (let section = 0; text.length < body; section += 1) {
    text += kind === 'prose' ? writer.proseSection() : writer.mixedSection(section)
  }
  return endedAt(text, body) + ending
}

/** Cut behind a block, then filled with words up to the length. */
function endedAt(text: string, length: number): string {
  let kept = text.slice(0, text.lastIndexOf('\n\n', length - 40))
  if ((kept.match(/^```/gm) ?? []).length % 2 === 1) kept = kept.slice(0, kept.lastIndexOf('\n```'))
  kept = kept.trimEnd()
  if (kept.length > length - 2) return kept.slice(0, length)
  const filling = `${'Some more words fill it up. '.repeat(Math.ceil(length / 28))}`
  return `${kept}\n\n${filling.slice(0, length - kept.length - 3)}.`
}

/** Lengths in UTF-16 units. */
export const sizes = { short: 4_096, middle: 30_720, long: 122_880 } as const

/** The three answers that everything about drawing is measured and checked with. */
export const answers = {
  short: modelAnswer('prose', sizes.short),
  middle: modelAnswer('mixed', sizes.middle),
  long: modelAnswer('mixed', sizes.long),
} as const

interface Writer {
  readonly proseSection: () => string
  readonly mixedSection: (index: number) => string
}

function createWriter(seed: number): Writer {
  const random = seededRandom(seed)
  const upTo = (limit: number): number => Math.floor(random() * limit)
  const pick = <Value>(choices: readonly [Value, ...Value[]]): Value =>
    choices[upTo(choices.length)] ?? choices[0]
  const name = (): string => words[upTo(words.length)] ?? ''
  const lines = (count: number, line: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => line(index)).join('\n')

  const word = (): string => {
    const plain = name()
    const chance = random()
    if (chance < 0.02) return `**${plain}**`
    if (chance < 0.03) return `*${plain}*`
    if (chance < 0.05) return `\`${plain}()\``
    if (chance < 0.055) return `[${plain}](https://example.com/${plain})`
    return plain
  }
  const sentence = (count: number): string => {
    const all = Array.from({ length: count }, word).join(' ')
    return `${all.charAt(0).toUpperCase()}${all.slice(1)}${pick(['.', '.', '.', ':', '?'])}`
  }
  const paragraph = (): string =>
    Array.from({ length: 2 + upTo(4) }, () => sentence(8 + upTo(14))).join(' ')
  const heading = (): string => `${'#'.repeat(2 + upTo(2))} ${name()} ${name()} and ${name()}`
  const list = (): string => {
    const ordered = random() < 0.4
    return lines(3 + upTo(5), (index) => {
      const mark = ordered ? `${index + 1}.` : '-'
      const title = random() < 0.5 ? `**${name()} ${name()}**: ` : ''
      const nested = random() < 0.3 ? `\n${' '.repeat(mark.length + 1)}- ${sentence(6)}` : ''
      return `${mark} ${title}${sentence(6 + upTo(12))}${nested}`
    })
  }
  const quote = (): string => `> ${sentence(14)}\n> ${sentence(10)}`
  const table = (): string =>
    `| Name | Value | Notes |\n| --- | ---: | :-: |\n${lines(
      4 + upTo(8),
      () => `| \`${name()}\` | ${(random() * 1000).toFixed(2)} | ${sentence(4)} |`,
    )}`
  const math = (): string =>
    pick([
      'The bound is $O(n \\log n)$ with $\\sigma^2 = \\frac{1}{n}\\sum_i (x_i - \\mu)^2$ for each $i$.',
      '$$\n\\int_0^\\infty e^{-x^2}\\,dx = \\frac{\\sqrt{\\pi}}{2}\n$$',
    ])

  const statements = {
    ts: (index: number) =>
      pick([
        `export async function ${name()}${index}(${name()}: Map<string, number>, signal?: AbortSignal): Promise<void> {\n  const answer = await fetch(\`/api/\${signal}\`, { signal })\n  if (!answer.ok) throw new Error("failed: " + answer.status)\n}`,
        `const ${name()}${index} = [...${name()}].filter((x) => x > ${index * 7}).map((x) => ({ id: x, name: '${name()}' })) // ${name()} ${name()}`,
        `interface ${name()}${index} {\n  readonly ${name()}: string | null\n  count?: number\n}`,
      ]),
    python: (index: number) =>
      pick([
        `def ${name()}_${index}(${name()}: list[int], *, limit: int = ${index + 10}) -> dict[str, int]:\n    """${sentence(6)}"""\n    return {str(x): x ** 2 for x in items if x % 2 == 0}\n`,
        `${name()}_${name()} = [f"{i:03d}-${name()}" for i in range(${index + 3})]  # ${name()}`,
        `with open("${name()}.json", "w") as file:\n    json.dump({"${name()}": ${index}, "ok": True, "none": None}, file, indent=2)`,
      ]),
    sql: (index: number) =>
      pick([
        `SELECT ${name()}, count(*) AS total -- ${name()} ${name()}\nFROM ${name()}s AS m\nJOIN ${name()}s USING (id)\nWHERE m.created_at > '2026-01-0${1 + (index % 9)}' AND m.${name()} IS NOT NULL\nGROUP BY 1 ORDER BY total DESC LIMIT ${index + 1};`,
        `UPDATE ${name()}s SET ${name()} = ${name()} + ${index} WHERE id IN (1, 2, ${index + 3});`,
      ]),
    bash: (index: number) =>
      pick([
        `for file in *.${name()}; do\n  grep -n "${name()}" "$file" | sort -k${1 + (index % 3)} > "/tmp/\${file%.*}.txt" # ${name()}\ndone`,
        `export ${name().toUpperCase()}=${index} && curl -fsSL "https://example.com/${name()}" | tar -xz -C ./${name()}`,
      ]),
    json: (index: number) =>
      `  "${name()}-${index}": { "${name()}": ${index}, "${name()}": [true, null, "${sentence(4)}"] }`,
  }
  const languages = ['ts', 'python', 'sql', 'bash', 'json'] as const
  const code = (section: number): string => {
    const language = languages[section % languages.length] ?? 'ts'
    const count = section % 3 === 2 ? 16 : 10
    const source =
      language === 'json'
        ? `{\n${lines(count, statements.json).replaceAll('}\n', '},\n')}\n}`
        : lines(count, statements[language])
    return `\`\`\`${language}\n${source}\n\`\`\``
  }
  const joined = (blocks: readonly string[]): string =>
    blocks.map((block) => `${block}\n\n`).join('')

  return {
    proseSection() {
      const chance = random()
      return joined([chance < 0.55 ? paragraph() : chance < 0.85 ? list() : heading()])
    },
    mixedSection(index) {
      const extras = [[table()], [math()], [quote()], [math(), table()]][index % 4] ?? []
      return joined([heading(), paragraph(), paragraph(), list(), code(index), ...extras])
    },
  }
}

/** Cut into chunks as a model's server sends them, of four UTF-16 units on average. */
export function chunksOf(text: string, averageLength = 4): readonly string[] {
  const lengths = [4, 3, 5, 4, 1, 6, 2, 4, 8, 3].map((length) => (length * averageLength) / 4)
  const chunks: string[] = []
  let start = 0
  for (let index = 0; start < text.length; index += 1) {
    const end = start + Math.max(1, Math.round(lengths[index % lengths.length] ?? averageLength))
    chunks.push(text.slice(start, end))
    start = end
  }
  return chunks
}
