import type { Socket } from 'node:net'
import { createRequestReader, type ParsedRequest } from './request-reader'
import type { Framing, Reply, Step } from './steps'

/** Who ended the connection. */
export type ConnectionEnd = 'client' | 'server'

export interface Connection {
  readonly closed: Promise<ConnectionEnd>
  /** Ends it at once. */
  destroy(): void
}

/**
 * Serves the requests of one connection in turn. A reply that does not end the connection itself is
 * finished properly, and the connection is used again.
 */
export function serveConnection(
  socket: Socket,
  answer: (request: ParsedRequest, connection: Connection) => Reply,
): Connection {
  const reader = createRequestReader()
  let end: ConnectionEnd = 'client'
  let busy = false
  socket.setNoDelay(true)
  // A client that goes away while it is written to is nothing unusual here.
  socket.on('error', () => {})
  const connection: Connection = {
    closed: new Promise((resolve) => socket.once('close', () => resolve(end))),
    destroy() {
      end = 'server'
      socket.destroy()
    },
  }

  const endWith = (close: () => void): void => {
    if (!socket.destroyed) end = 'server'
    close()
  }

  const run = async (reply: Reply): Promise<void> => {
    let framing: Framing = 'until-close'
    for (const step of reply) {
      if (socket.destroyed) return
      if (step.kind === 'head') framing = step.framing
      if (step.kind === 'cut') return endWith(() => socket.end())
      if (step.kind === 'reset') return endWith(() => socket.resetAndDestroy())
      await perform(socket, step, framing)
    }
    if (framing === 'until-close') endWith(() => socket.end())
    else if (framing === 'chunked') await write(socket, Buffer.from('0\r\n\r\n'))
  }

  const serve = async (): Promise<void> => {
    if (busy) return
    busy = true
    for (let request = reader.take(); request !== null; request = reader.take())
      await run(answer(request, connection))
    busy = false
  }

  socket.on('data', (bytes) => {
    reader.push(bytes)
    void serve()
  })
  return connection
}

async function perform(socket: Socket, step: Step, framing: Framing): Promise<void> {
  switch (step.kind) {
    case 'head':
    case 'raw':
      return write(socket, step.bytes)
    case 'body':
      return write(socket, framing === 'chunked' ? asChunk(step.bytes) : step.bytes)
    case 'until':
      await step.event
      return
    case 'delay':
      return new Promise((resolve) => setTimeout(resolve, step.milliseconds))
    case 'hold':
      return new Promise((resolve) => socket.once('close', () => resolve()))
    case 'cut':
    case 'reset':
      throw new Error(`The step "${step.kind}" ends a reply`)
  }
}

function asChunk(bytes: Uint8Array): Uint8Array {
  if (bytes.length === 0) return bytes
  return Buffer.concat([
    Buffer.from(`${bytes.length.toString(16)}\r\n`),
    bytes,
    Buffer.from('\r\n'),
  ])
}

/** Resolves when the bytes are out, or can no more be. */
function write(socket: Socket, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    if (socket.destroyed || bytes.length === 0) resolve()
    else {
      socket.once('close', resolve)
      socket.write(bytes, () => {
        socket.off('close', resolve)
        resolve()
      })
    }
  })
}
