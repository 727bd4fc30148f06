import type { ConversationSummary } from '../../shared/conversation/conversation'

export interface DayGroup {
  readonly label: string
  readonly summaries: readonly ConversationSummary[]
}

/** Groups by the day of the last change, newest first. `now` in milliseconds, local time zone. */
export function groupByDay(
  summaries: readonly ConversationSummary[],
  now: number,
): readonly DayGroup[] {
  const groups = new Map<string, ConversationSummary[]>()
  const newestFirst = [...summaries].sort((left, right) => right.updatedAt - left.updatedAt)
  for (const summary of newestFirst) {
    const label = dayLabel(summary.updatedAt, now)
    const group = groups.get(label)
    if (group === undefined) groups.set(label, [summary])
    else group.push(summary)
  }
  return [...groups].map(([label, members]) => ({ label, summaries: members }))
}

function dayLabel(at: number, now: number): string {
  const days = calendarDay(now) - calendarDay(at)
  if (days <= 0) return 'Today'
  if (days === 1) return 'Yesterday'
  if (days <= 7) return 'Previous 7 days'
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear()
  return new Date(at).toLocaleDateString('en', {
    month: 'long',
    ...(isThisYear ? {} : { year: 'numeric' }),
  })
}

/** A number that rises by one a day, whatever the clock does at night. */
function calendarDay(at: number): number {
  const date = new Date(at)
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000
}
