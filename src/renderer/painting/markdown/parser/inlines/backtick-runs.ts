/** The runs of backticks of a source by their length, from where it is first asked. */
export function backtickRuns(source: string, visited: (characters: number) => void) {
  let byLength: Map<number, { readonly starts: number[]; next: number }> | null = null

  const collect = (from: number) => {
    const found: NonNullable<typeof byLength> = new Map()
    let start = source.indexOf('`', from)
    while (start !== -1) {
      const end = endOfRun(source, start)
      const runs = found.get(end - start)
      if (runs === undefined) found.set(end - start, { starts: [start], next: 0 })
      else runs.starts.push(start)
      start = source.indexOf('`', end)
    }
    visited(source.length - from)
    return found
  }

  /** Where the next run of that length starts, or -1; `from` never goes back. */
  return (length: number, from: number): number => {
    byLength ??= collect(from)
    const runs = byLength.get(length)
    if (runs === undefined) return -1
    while ((runs.starts[runs.next] ?? Number.POSITIVE_INFINITY) < from) runs.next += 1
    return runs.starts[runs.next] ?? -1
  }
}

/** The offset behind the run of equal characters at `start`. */
export function endOfRun(source: string, start: number): number {
  const code = source.charCodeAt(start)
  let end = start + 1
  while (source.charCodeAt(end) === code) end += 1
  return end
}
