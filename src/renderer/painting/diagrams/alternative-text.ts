const longest = 120

/** What stands for a diagram where it cannot be seen: its own title, or how its source begins. */
export function alternativeText(source: string, title: string): string {
  const first = source
    // What stands between lines of dashes is configuration.
    .replace(/^\s*---\n[\s\S]*?\n\s*---\s*\n/, '')
    .split('\n')
    .map((line) => line.trim())
    .find((line) => line !== '' && !line.startsWith('%%'))
  const text = title === '' ? (first ?? '') : title
  if (text === '') return 'Diagram'
  return `Diagram: ${text.length > longest ? `${text.slice(0, longest)}…` : text}`
}
