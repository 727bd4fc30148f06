import { weighOverlap } from './overlap'

/** How many letters and digits of the beginnings are compared. */
const compared = 100
/** Fewer, by weight, are no evidence. */
const fewest = 24
/** The same between two lines: headings and items are often alike. */
const fewestBetweenLines = 80
/** Above this share two beginnings are the same in other words. */
const alike = 0.72
/** Below this one, early on, they will not become alike. */
const hopeless = 0.5
/** The very beginning has to be alike, too. */
const beginning = 20
/** And these letters of it the same. */
const same = 3
/** How many lines before the seam tell how the answer goes on. */
const latest = 20

export type RestartVerdict = 'restarted' | 'continues' | 'open'

/**
 * Whether `said` begins as the partial answer did, perhaps with small differences. `lines`: the end of
 * the partial where the seam is between two lines, otherwise null.
 */
export function judgeRestart(
  head: string,
  said: string,
  ended: boolean,
  lines: string | null,
): RestartVerdict {
  const old = normalise(head)
  const now = normalise(said)
  const length = Math.min(old.length, now.length, compared)
  const enough = Math.min(old.length, compared)
  if (weighOverlap(old) < (lines === null ? fewest : fewestBetweenLines)) return 'continues'
  if (ended && now.length < fewest) return 'continues'
  if (now.slice(0, same) !== old.slice(0, Math.min(now.length, same))) return 'continues'
  if (now.length < 6 && !ended) return 'open'
  const first = Math.min(length, beginning)
  if (likeness(old.slice(0, first + 6), now.slice(0, first)) < hopeless) return 'continues'
  const similarity = likeness(old.slice(0, length + 12), now.slice(0, length))
  if (now.length < enough && !ended) return similarity < hopeless ? 'continues' : 'open'
  const isNew = similarity >= alike && (lines === null || !hasLineLike(lines, now))
  return isNew ? 'restarted' : 'continues'
}

/** Whether the answer has come back to such a beginning before, as lists do. */
function hasLineLike(lines: string, now: string): boolean {
  return [...lines.matchAll(/\n(?=[^\n]*\p{L})/gu)].slice(-latest).some(({ index }) => {
    const line = normalise(lines.slice(index))
    const length = Math.min(line.length, now.length, compared)
    if (length < fewest || !line.startsWith(now.slice(0, same))) return false
    return likeness(line.slice(0, length + 12), now.slice(0, length)) >= alike
  })
}

/** As much of a text as its first hundred letters and digits could need. */
export function headOf(text: string): string {
  return text.slice(0, 600)
}

function normalise(text: string): string {
  return text
    .slice(0, 600)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, compared + 12)
}

/**
 * One minus the least number of edits that make a beginning of the one text of the whole other, as a
 * share of what was compared.
 */
function likeness(old: string, now: string): number {
  let row = Array.from({ length: old.length + 1 }, (_, index) => index)
  let share = 1
  for (let i = 1; i <= now.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= old.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (now[i - 1] === old[j - 1] ? 0 : 1)
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
    if (i > now.length * 0.6) share = Math.min(share, (row.at(-1) ?? i) / i)
  }
  return 1 - Math.min(share, Math.min(...row) / Math.max(1, now.length))
}
