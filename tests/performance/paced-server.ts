import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { PacedStream } from '../torture/paced-model-server'
import type { PacedSpecification } from './paced-server-process'

export interface PacedServer {
  readonly baseUrl: string
  /** Everything that it has sent so far. */
  streams(): Promise<readonly PacedStream[]>
  close(): void
}

/** Starts the paced model server in a process of its own, bundled beside this file. */
export async function startPacedServer(specification: PacedSpecification): Promise<PacedServer> {
  const child = fork(
    join(import.meta.dirname, 'paced-server-process.js'),
    [JSON.stringify(specification)],
    { execArgv: [] },
  )
  const [{ baseUrl }] = (await once(child, 'message')) as [{ readonly baseUrl: string }]
  return {
    baseUrl,
    async streams() {
      child.send('streams')
      const [told] = (await once(child, 'message')) as [
        { readonly streams: readonly PacedStream[] },
      ]
      return told.streams
    },
    close: () => child.disconnect(),
  }
}
