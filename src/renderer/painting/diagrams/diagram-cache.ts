import type { DiagramPicture } from './diagram-message'

/** What became of a source: a picture, or one sentence that says why there is none. */
export type DiagramResult =
  | { readonly kind: 'picture'; readonly picture: DiagramPicture }
  | { readonly kind: 'problem'; readonly reason: string }

export interface DiagramCache {
  readonly get: (key: string) => DiagramResult | undefined
  readonly set: (key: string, result: DiagramResult) => void
}

/** Remembers results up to that many characters, and forgets what was not asked for the longest. */
export function createDiagramCache(mostCharacters: number): DiagramCache {
  const results = new Map<string, DiagramResult>()
  let characters = 0
  const forget = (key: string): void => {
    const result = results.get(key)
    if (result === undefined) return
    results.delete(key)
    characters -= sizeOf(key, result)
  }
  return {
    get(key) {
      const result = results.get(key)
      if (result === undefined) return undefined
      // A map keeps the order in which its keys came: the last is the one used last.
      results.delete(key)
      results.set(key, result)
      return result
    },
    set(key, result) {
      forget(key)
      results.set(key, result)
      characters += sizeOf(key, result)
      for (const oldest of results.keys()) {
        if (characters <= mostCharacters) return
        forget(oldest)
      }
    },
  }
}

function sizeOf(key: string, result: DiagramResult): number {
  return key.length + (result.kind === 'picture' ? result.picture.svg.length : result.reason.length)
}
