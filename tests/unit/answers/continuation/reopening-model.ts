/** What a model says that opens the code again which is open at `cut`, in front of the rest. */
export function repeatFences(document: string, cut: number): string {
  const lines = document.slice(0, cut).split(/\r?\n/u)
  lines.pop()
  let opener: string | null = null
  for (const line of lines) {
    if (line.startsWith('```')) opener = opener === null ? line : null
  }
  return (opener === null ? '' : `${opener}\n`) + document.slice(cut)
}

/** What a model says that repeats the header of the table which is open at `cut`, in front of the rest. */
export function repeatHeader(document: string, cut: number): string {
  const lines = document.slice(0, cut).split(/\r?\n/u)
  const atLineStart = lines.pop() === ''
  let first = lines.length
  while (lines[first - 1]?.startsWith('|')) first -= 1
  const rest = document.slice(cut)
  const [header, delimiter] = lines.slice(first)
  if (header === undefined || delimiter === undefined || !atLineStart) return rest
  return rest.startsWith('|') ? `${header}\n${delimiter}\n${rest}` : rest
}
