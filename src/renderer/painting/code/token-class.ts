/** What a piece of code is drawn as; everything else is plain. */
export type TokenClass = 'key' | 'str' | 'num' | 'com' | 'fn' | 'ins' | 'del'

const classOfName: Readonly<Record<string, TokenClass | null>> = {
  keyword: 'key',
  self: 'key',
  modifier: 'key',
  controlKeyword: 'key',
  string: 'str',
  'string-2': 'str',
  regexp: 'str',
  character: 'str',
  escape: 'str',
  quote: 'str',
  link: 'str',
  url: 'str',
  number: 'num',
  atom: 'num',
  bool: 'num',
  null: 'num',
  literal: 'num',
  unit: 'num',
  comment: 'com',
  meta: 'com',
  docComment: 'com',
  annotation: 'com',
  processingInstruction: 'com',
  documentMeta: 'com',
  hr: 'com',
  contentSeparator: 'com',
  def: 'fn',
  builtin: 'fn',
  type: 'fn',
  typeName: 'fn',
  className: 'fn',
  'variable-3': 'fn',
  tag: 'fn',
  tagName: 'fn',
  qualifier: 'fn',
  header: 'fn',
  heading: 'fn',
  inserted: 'ins',
  positive: 'ins',
  deleted: 'del',
  negative: 'del',
}

const classOfModifier: Readonly<Record<string, TokenClass | null>> = {
  function: 'fn',
  definition: 'fn',
  standard: 'fn',
}

/** What a language calls differently from the others; null is plain. */
export type TokenNames = Readonly<Record<string, TokenClass | null>>

/** Of the names a parser gave a token; the first that means something wins. */
export function tokenClass(names: string, special: TokenNames = {}): TokenClass | null {
  if (Object.hasOwn(special, names)) return special[names] ?? null
  for (const name of names.split(' ')) {
    if (Object.hasOwn(special, name)) return special[name] ?? null
    const [base = '', ...modifiers] = name.split('.')
    if (Object.hasOwn(special, base)) return special[base] ?? null
    if (Object.hasOwn(classOfName, base)) return classOfName[base] ?? null
    for (const modifier of modifiers) {
      if (Object.hasOwn(classOfModifier, modifier)) return classOfModifier[modifier] ?? null
    }
  }
  return null
}
