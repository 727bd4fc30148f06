import { describe, expect, test } from 'vitest'
import { findLocalServers } from '../../../src/main/providers/find-local-servers'
import { listModels } from '../../../src/main/providers/model-list'
import {
  document,
  head,
  hold,
  type ModelServer,
  modelsRoute,
  send,
} from '../../fakes/model-server/model-server'
import { canaryKey, realSurroundings, serverForTest } from './asking'
import { createManualWait } from './manual-wait'

const list = (server: ModelServer, key: string | null = canaryKey) =>
  listModels({ name: 'Fake', baseUrl: server.baseUrl, key }, realSurroundings())

describe('The list of models', () => {
  test('is asked for with the key and nothing else', async () => {
    const server = await serverForTest()
    server.offerModels(['large', 'small'])
    expect(await list(server)).toEqual({ ok: true, value: ['large', 'small'] })
    expect(server.requests[0]?.headers).toMatchObject({ authorization: `Bearer ${canaryKey}` })
    expect(Object.keys(server.requests[0]?.headers ?? {}).join()).not.toContain('stainless')
    await list(server, null)
    expect(server.requests[1]?.headers).not.toHaveProperty('authorization')
  })

  test.each([
    ['{"models":[{"name":"a"},{"name":"b"}]}', ['a', 'b']],
    ['["a","b","a",7,""]', ['a', 'b']],
    ['{"object":"list","data":[]}', []],
  ])('in the form %s', async (body, models) => {
    const server = await serverForTest()
    server.script(document(200, body), modelsRoute)
    expect(await list(server)).toEqual({ ok: true, value: models })
  })

  test.each([
    [401, '{"error":{"message":"no"}}', 'key-rejected'],
    [404, '404 page not found', 'not-a-model-server'],
    [200, '<html>Sign in</html>', 'not-a-model-server'],
    [200, '{"hello":"world"}', 'not-a-model-server'],
    [200, 'It works!', 'not-a-model-server'],
    [200, '', 'not-a-model-server'],
    [200, '{"error":{"code":"invalid_api_key"}}', 'key-rejected'],
    [503, '', 'overloaded'],
  ])('status %i with %s: %s', async (status, body, code) => {
    const server = await serverForTest()
    server.script(document(status, body), modelsRoute)
    expect(await list(server)).toMatchObject({ ok: false, failure: { code } })
  })

  test('of a server that says nothing is given up, and its connection closed', async () => {
    const server = await serverForTest()
    server.script([head(200), send('{"data":['), hold()], modelsRoute)
    const manual = createManualWait()
    const asked = listModels(
      { name: 'Fake', baseUrl: server.baseUrl, key: null },
      realSurroundings({ wait: manual.wait }),
      3000,
    )
    const request = await server.nextRequest()
    await manual.elapse(3000)
    expect(await asked).toMatchObject({ ok: false, failure: { code: 'timed-out' } })
    expect(await request.closed).toBe('client')
  })
})

describe('Servers on this computer', () => {
  const portOf = ({ origin }: ModelServer) => Number(new URL(origin).port)

  test('are found by their list of models, in the order of the ports, without a key', async () => {
    const ollama = await serverForTest()
    const website = await serverForTest()
    const vllm = await serverForTest()
    ollama.offerModels(['llama'])
    website.script(document(404, '<html>not here</html>'), modelsRoute)
    vllm.offerModels(['qwen'])
    const found = await findLocalServers(realSurroundings(), [
      { name: 'Ollama', port: portOf(ollama) },
      { name: 'llama.cpp', port: portOf(website) },
      { name: 'vLLM', port: portOf(vllm) },
    ])
    expect(found).toEqual([
      { name: 'Ollama', baseUrl: ollama.baseUrl, models: ['llama'] },
      { name: 'vLLM', baseUrl: vllm.baseUrl, models: ['qwen'] },
    ])
    expect(ollama.requests[0]?.headers).not.toHaveProperty('authorization')
  })

  test('are never left, whatever answers there', async () => {
    const server = await serverForTest()
    server.script(document(307, '', { location: 'http://192.0.2.1/v1/models' }), modelsRoute)
    const asked: string[] = []
    const watching: typeof fetch = (input, init) => {
      asked.push(String(input))
      return fetch(input, init)
    }
    const ports = [{ name: 'Ollama', port: portOf(server) }]
    expect(await findLocalServers(realSurroundings({ fetch: watching }), ports)).toEqual([])
    expect(asked).toEqual([`${server.baseUrl}/models`])
  })

  test('are looked for at the four usual ports', async () => {
    const asked: string[] = []
    const refusing = (input: unknown) => {
      asked.push(String(input))
      return Promise.reject(new Error('nobody there'))
    }
    expect(await findLocalServers(realSurroundings({ fetch: refusing }))).toEqual([])
    expect(asked).toEqual(
      [11434, 1234, 8080, 8000].map((port) => `http://127.0.0.1:${port}/v1/models`),
    )
  })
})
