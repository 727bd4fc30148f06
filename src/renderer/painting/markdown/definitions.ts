import type { Env, MarkdownIt, StateCore, Token } from 'markdown-it'
import { originalRule } from './original-rule'

/** What the definitions of a document mean for its blocks. */
export interface Definitions extends Env {
  /** The labels that some link or image really uses. */
  used?: readonly string[]
}

const caret = 94

/**
 * A definition of a link stands nowhere in the document but where it is used. One that nothing uses, a
 * second one of the same name, and a footnote are shown as they are written.
 */
export function shownDefinitions(parser: MarkdownIt): void {
  const reference = originalRule('reference')
  const labels = new WeakMap<Env, Set<string>>()

  parser.block.ruler.at('reference', (state, startLine, endLine, silent) => {
    const { bMarks, tShift, src, env, tokens, blkIndent } = state
    const start = (bMarks[startLine] ?? 0) + (tShift[startLine] ?? 0)
    if (src.charCodeAt(start + 1) === caret) return false
    if (!reference(state, startLine, endLine, silent)) return false
    const definition = tokens.at(-1)
    if (silent || definition === undefined) return true
    const known = labels.get(env) ?? new Set()
    labels.set(env, known)
    definition.content = state.getLines(startLine, state.line, blkIndent, false).trim()
    definition.info = known.has(labelOf(definition) ?? '') ? 'second' : ''
    known.add(labelOf(definition) ?? '')
    return true
  })
  // Until then it is not known what is used.
  parser.core.ruler.disable('strip_references')
  parser.core.ruler.after('inline', 'definitions', (state) => {
    const env: Definitions = state.env
    const used = new Set([...(env.used ?? []), ...usedIn(state.tokens)])
    env.used = [...used]
    state.tokens = state.tokens.flatMap((token) => {
      if (token.type !== 'reference_definition') return [token]
      const isHidden = used.has(labelOf(token) ?? '') && token.info !== 'second'
      return isHidden ? [] : paragraphOf(token, state)
    })
  })
}

function usedIn(tokens: readonly Token[]): readonly string[] {
  return tokens
    .flatMap(({ children }) => children ?? [])
    .filter(({ type }) => type === 'link_open' || type === 'image')
    .flatMap((token) => labelOf(token) ?? [])
}

function labelOf({ meta }: Token): string | undefined {
  const known: { readonly label?: string } | null = meta
  return known?.label
}

function paragraphOf(definition: Token, { Token }: StateCore): Token[] {
  const { content, map, level } = definition
  const open = Object.assign(new Token('paragraph_open', 'p', 1), { map, level, block: true })
  const text = Object.assign(new Token('text', '', 0), { content })
  const inline = Object.assign(new Token('inline', '', 0), {
    map,
    content,
    level: level + 1,
    block: true,
    children: [text],
  })
  return [open, inline, Object.assign(new Token('paragraph_close', 'p', -1), { level })]
}
