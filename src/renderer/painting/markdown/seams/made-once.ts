/** Makes something of a node, and only once as long as the key is the same. */
export function madeOnce<Made>(): (node: object, key: string, make: () => Made) => Made {
  const known = new WeakMap<object, { readonly key: string; readonly made: Made }>()
  return (node, key, make) => {
    const before = known.get(node)
    if (before?.key === key) return before.made
    const made = make()
    known.set(node, { key, made })
    return made
  }
}
