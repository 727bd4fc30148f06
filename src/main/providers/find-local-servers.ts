import type { LocalServer } from '../../shared/providers/provider'
import { listModels } from './model-list'
import { isLoopback } from './model-server'
import type { Surroundings } from './surroundings'

export interface UsualPort {
  readonly name: string
  readonly port: number
}

const usualPorts: readonly UsualPort[] = [
  { name: 'Ollama', port: 11434 },
  { name: 'LM Studio', port: 1234 },
  { name: 'llama.cpp', port: 8080 },
  { name: 'vLLM', port: 8000 },
]

/** On the own machine an answer takes milliseconds; a busy one gets some more. */
const patience = 1500

/**
 * The model servers that run on this computer, found by asking the usual ports, all at once. Nothing
 * leaves the computer: only 127.0.0.1 is asked, even when what answers there redirects elsewhere.
 */
export async function findLocalServers(
  surroundings: Surroundings,
  ports = usualPorts,
): Promise<readonly LocalServer[]> {
  const staying = { ...surroundings, fetch: onlyLoopback(surroundings.fetch) }
  const found = await Promise.all(
    ports.map(async ({ name, port }): Promise<readonly LocalServer[]> => {
      const baseUrl = `http://127.0.0.1:${port}/v1`
      const models = await listModels({ name, baseUrl, key: null }, staying, patience)
      return models.ok ? [{ name, baseUrl, models: models.value }] : []
    }),
  )
  return found.flat()
}

function onlyLoopback(fetch: Surroundings['fetch']): Surroundings['fetch'] {
  return async (input, init) => {
    const address = input instanceof Request ? input.url : String(input)
    if (!isLoopback(address)) throw new Error('Only this computer may be asked')
    return fetch(input, init)
  }
}
