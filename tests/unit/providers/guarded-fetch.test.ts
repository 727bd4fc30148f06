import { describe, expect, test } from 'vitest'
import { guardedFetch } from '../../../src/main/providers/guarded-fetch'
import { RefusedResponse } from '../../../src/main/providers/refused-response'

/** A network in which every address answers as written here, and every other request is a mistake. */
function network(responses: { readonly [address: string]: () => Response }) {
  const asked: string[] = []
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const address = String(input)
    const authorization = new Headers(init?.headers).get('authorization') ?? 'no key'
    asked.push(`${init?.method} ${address} ${authorization} ${init?.body ?? 'no body'}`)
    const response = responses[address]
    if (response === undefined) throw new Error(`Nobody scripted ${address}`)
    return response()
  }
  const guarded = guardedFetch(
    { name: 'A', baseUrl: 'https://a.example/v1', key: 'k' },
    { fetch, wait: () => new Promise(() => {}), now: () => 0, version: '1' },
  )
  return { asked, post: (address: string) => guarded(address, { method: 'POST', body: 'q' }) }
}

const redirect = (status: number, location: string) => () =>
  new Response(null, { status, headers: { location } })

describe('The guarded fetch', () => {
  test('does not give up encryption, not even without the key', async () => {
    const { asked, post } = network({
      'https://a.example/v1/x': redirect(307, 'http://a.example/v1/x'),
    })
    await expect(post('https://a.example/v1/x')).rejects.toBeInstanceOf(RefusedResponse)
    expect(asked).toEqual(['POST https://a.example/v1/x Bearer k q'])
  })

  test.each([
    [301, 'GET https://b.example/y no key no body'],
    [302, 'GET https://b.example/y no key no body'],
    [303, 'GET https://b.example/y no key no body'],
    [307, 'POST https://b.example/y no key q'],
    [308, 'POST https://b.example/y no key q'],
  ])('follows %i as every client does: %s', async (status, expected) => {
    const { asked, post } = network({
      'https://a.example/v1/x': redirect(status, 'https://b.example/y'),
      'https://b.example/y': () => new Response('ok'),
    })
    expect(await (await post('https://a.example/v1/x')).text()).toBe('ok')
    expect(asked.at(-1)).toBe(expected)
  })

  test.each([
    'http://a.example/v1/x',
    'https://a.example:8443/v1/x',
    'https://a.example.evil/v1/x',
    'https://b.example/v1/x',
  ])('sends no key to %s', async (address) => {
    const { asked, post } = network({ [address]: () => new Response('ok') })
    await post(address)
    expect(asked).toEqual([`POST ${address} no key q`])
  })
})
