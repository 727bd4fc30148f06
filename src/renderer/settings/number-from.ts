/** A number as one types it, with a point or a comma; null when it is none between the limits. */
export function numberFrom(text: string, smallest: number, largest: number): number | null {
  const number = Number(text.trim().replace(',', '.'))
  return text.trim() !== '' && number >= smallest && number <= largest ? number : null
}
