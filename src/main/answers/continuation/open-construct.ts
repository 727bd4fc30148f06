export interface OpenFence {
  /** The marks it opened with, such as ```` ``` ````. */
  readonly marks: string
}

const fenceLine = /^ {0,3}(?:[-*+] +|\d+[.)] +|> ?| {2,})*(`{3,}|~{3,})([^\n]*)$/u

/** The code fence that is open at the end of a text; null outside of code. */
export function findOpenFence(text: string): OpenFence | null {
  let open: OpenFence | null = null
  let next = nextMark(text, 0)
  while (next !== -1) {
    const lineStart = text.lastIndexOf('\n', next) + 1
    const newline = text.indexOf('\n', next)
    const lineEnd = newline === -1 ? text.length : newline
    const match = fenceLine.exec(text.slice(lineStart, Math.min(lineEnd, lineStart + 200)))
    const marks = match?.[1] ?? ''
    const info = match?.[2]?.trim() ?? ''
    if (open === null) {
      if (marks !== '' && !(marks.startsWith('`') && info.includes('`'))) open = { marks }
    } else if (info === '' && marks.startsWith(open.marks)) {
      open = null
    }
    next = nextMark(text, lineEnd)
  }
  return open
}

function nextMark(text: string, from: number): number {
  const ticks = text.indexOf('```', from)
  const tildes = text.indexOf('~~~', from)
  return ticks === -1 || (tildes !== -1 && tildes < ticks) ? tildes : ticks
}

/** The rows of the table in whose middle a text ends, the last one perhaps cut; empty outside. */
export function findOpenTable(tail: string): readonly string[] {
  const lines = tail.split('\n')
  const unfinished = lines.pop() ?? ''
  const rows: string[] = []
  while (lines.at(-1)?.trimStart().startsWith('|')) rows.unshift(lines.pop() ?? '')
  if (unfinished.trimStart().startsWith('|')) rows.push(unfinished)
  else if (unfinished.trim() !== '') return []
  return rows
}

/** How many cells a row of a table has. */
export function countCells(row: string): number {
  return row
    .trim()
    .replace(/^\||(?<!\\)\|$/gu, '')
    .split(/(?<!\\)\|/u).length
}

/** Where `said` goes on after it has opened again the fence or the table that is open already; 0 if it has not. */
export function skipRepeatedOpener(partial: string, tail: string, said: string): number {
  const opener = /^\s*(`{3,}|~{3,})[ \t]*([^\s`][^\n`]*)\n/u.exec(said)
  if (opener !== null) {
    const open = findOpenFence(partial)
    if (open === null || !opener[1]?.startsWith(open.marks)) return 0
    const cutInOpener = fenceLine.test(tail.slice(tail.lastIndexOf('\n') + 1))
    return cutInOpener ? 0 : opener[0].length
  }
  const [header, delimiter] = findOpenTable(tail)
  if (header === undefined || delimiter === undefined) return 0
  const lines = /^\s*([^\n]+)\n([^\n]+)\n/u.exec(said)
  const same = lines?.[1]?.trim() === header.trim() && lines[2]?.trim() === delimiter.trim()
  return same && lines !== null ? lines[0].length : 0
}

/** Whether more text could still make `said` an opener that is there already. */
export function mayRepeatOpener(tail: string, said: string): boolean {
  const start = said.trimStart()
  if (/^(?:`{1,}|~{1,})[^\n`]*$/u.test(start)) return true
  if (!start.startsWith('|') || start.split('\n').length > 2) return false
  const header = findOpenTable(tail)[0]?.trim()
  const line = start.split('\n')[0] ?? ''
  return (
    header !== undefined &&
    (start.includes('\n') ? line.trim() === header : header.startsWith(line))
  )
}
