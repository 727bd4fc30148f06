/** Names of models as one types them: between commas or on lines, each once. */
export function modelsFrom(text: string): string[] {
  const names = text
    .split(/[,\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
  return [...new Set(names)]
}
