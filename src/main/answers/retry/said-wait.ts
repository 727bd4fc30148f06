const minutesPerHour = 60
const hoursPerDay = 24

/** A wait of more than a minute in words, rounded up: "90 minutes", "3 hours", "1 day". */
export function saidWait(milliseconds: number): string {
  const minutes = Math.ceil(milliseconds / 60_000)
  if (minutes < 2 * minutesPerHour) return counted(minutes, 'minute')
  const hours = Math.ceil(minutes / minutesPerHour)
  if (hours < hoursPerDay) return counted(hours, 'hour')
  return counted(Math.ceil(hours / hoursPerDay), 'day')
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
