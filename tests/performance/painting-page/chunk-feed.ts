export interface ChunkOrder {
  readonly chunks: readonly string[]
  readonly chunksPerSecond: number
}

export interface Chunk {
  readonly text: string
  readonly isLast: boolean
  /** When it was sent, in milliseconds since the epoch. */
  readonly at: number
}

interface ScriptPolicies {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (address: string) => string },
  ) => unknown
}

/** Chunks from a thread of their own, as they come from another process in the app. */
export function startFeed(order: ChunkOrder, receive: (chunk: Chunk) => void): () => void {
  // The page's content policy asks for a word about every script that is not in the page itself.
  const { trustedTypes } = window as unknown as { readonly trustedTypes: ScriptPolicies }
  trustedTypes.createPolicy('default', { createScriptURL: (address) => address })
  const worker = new Worker(new URL('./chunk-worker.ts', import.meta.url), { type: 'module' })
  worker.onmessage = ({ data }: MessageEvent<Chunk>) => receive(data)
  worker.postMessage(order)
  return () => worker.terminate()
}
