import type { Chunk, ChunkOrder } from './chunk-feed'

/** Posts each chunk at its due time, whatever the page is doing. */
self.onmessage = ({ data }: MessageEvent<ChunkOrder>) => {
  const { chunks, chunksPerSecond } = data
  const start = performance.now()
  let sent = 0
  const send = (): void => {
    const due = Math.floor(((performance.now() - start) * chunksPerSecond) / 1000) + 1
    for (; sent < Math.min(due, chunks.length); sent += 1) {
      const chunk: Chunk = {
        text: chunks[sent] ?? '',
        isLast: sent === chunks.length - 1,
        at: performance.timeOrigin + performance.now(),
      }
      self.postMessage(chunk)
    }
    if (sent < chunks.length) setTimeout(send, 1)
  }
  send()
}
