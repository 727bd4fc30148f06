import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { ToldByServer } from './fault-server-process'

export interface FaultServer {
  readonly baseUrl: string
  /** How many connections it sees open now. */
  openConnections(): Promise<number>
  close(): void
}

/** Starts the server of {@link faults} in a process of its own, bundled beside this file. */
export async function startFaultServer(): Promise<FaultServer> {
  const child = fork(join(import.meta.dirname, 'fault-server-process.js'), { execArgv: [] })
  const told = async (): Promise<ToldByServer> => (await once(child, 'message'))[0]
  const listening = await told()
  if (listening.type !== 'listening') throw new Error('The server said something else first')
  return {
    baseUrl: listening.baseUrl,
    async openConnections() {
      child.send('count')
      const count = await told()
      return count.type === 'connections' ? count.open : Number.NaN
    },
    close: () => child.disconnect(),
  }
}
