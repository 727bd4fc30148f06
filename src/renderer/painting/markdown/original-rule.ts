import MarkdownIt from 'markdown-it'

/** The parser's own rule for a kind of block, for a rule that does more. */
export function originalRule(name: string) {
  const parser = new MarkdownIt()
  parser.block.ruler.enableOnly(name)
  const [rule] = parser.block.ruler.getRules('')
  if (rule === undefined) throw new Error(`The parser has no rule ${name}`)
  return rule
}
