import { afterEach } from 'vitest'
import { type ModelServer, startModelServer } from '../../fakes/model-server/model-server'

export * from './ask-a-server'

const servers: ModelServer[] = []

/** A server that the end of the test closes; the test fails when something unscripted was asked. */
export async function serverForTest(): Promise<ModelServer> {
  const server = await startModelServer()
  servers.push(server)
  return server
}

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})
