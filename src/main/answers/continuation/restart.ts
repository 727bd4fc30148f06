/** How many letters and digits of the beginnings are compared. */
const compared = 100
/** Fewer are no evidence, unless the partial has no more. */
const fewest = 24
/** Above this share two beginnings are the same in other words. */
const alike = 0.72
/** Below this one, early on, they will not become alike. */
const hopeless = 0.5
/** The very beginning has to be alike, too. */
const beginning = 20

export type RestartVerdict = 'restarted' | 'continues' | 'open'

/** Whether `said` begins as the partial answer did, perhaps with small differences. */
export function judgeRestart(head: string, said: string, ended: boolean): RestartVerdict {
  const old = normalise(head)
  const now = normalise(said)
  const length = Math.min(old.length, now.length, compared)
  const enough = Math.min(old.length, compared)
  if (old.length < 8 || (ended && now.length < Math.min(fewest, old.length))) return 'continues'
  if (now.length < 6 && !ended) return now === '' || old[0] === now[0] ? 'open' : 'continues'
  const first = Math.min(length, beginning)
  if (likeness(old.slice(0, first + 6), now.slice(0, first)) < hopeless) return 'continues'
  const similarity = likeness(old.slice(0, length + 12), now.slice(0, length))
  if (now.length >= enough || ended) return similarity >= alike ? 'restarted' : 'continues'
  return similarity < hopeless ? 'continues' : 'open'
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
