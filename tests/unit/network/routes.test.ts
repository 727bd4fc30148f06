import { describe, expect, test } from 'vitest'
import { routeOfEnvironment } from '../../../src/main/network/environment-proxy'
import { isExempt } from '../../../src/main/network/exempt-hosts'
import { originOf, parseProxy } from '../../../src/main/network/route'
import { createRouteChooser } from '../../../src/main/network/route-chooser'
import { routesOfSystem } from '../../../src/main/network/system-proxy'

const names = (routes: readonly (ReturnType<typeof parseProxy> | null)[]) =>
  routes.map((route) => (route === null ? 'direct' : originOf(route)))

describe('NO_PROXY', () => {
  test.each([
    ['*', 'https://models.test', true],
    ['models.test', 'https://models.test', true],
    ['.models.test, other', 'https://eu.models.test', true],
    ['*.models.test', 'https://models.test', true],
    ['models.test', 'https://mymodels.test', false],
    ['MODELS.test.', 'https://models.test', true],
    ['models.test:8443', 'https://models.test', false],
    ['models.test:443', 'https://models.test', true],
    ['10.0.0.0/8', 'http://10.1.2.3:8000', true],
    ['10.0.0.0/8', 'http://11.1.2.3:8000', false],
    ['10.0.0.0/99', 'http://10.1.2.3', false],
    ['fd00::/8', 'http://[fd00::1]:8000', true],
    ['[fd00::1]:8000', 'http://[fd00::1]:8000', true],
    ['fd00::1', 'http://[fd00::1]:8000', true],
    ['1', 'http://10.0.0.1', false],
    ['0.0.1', 'http://10.0.0.1', false],
    ['', 'https://models.test', false],
  ])('“%s” and %s: %s', (list, address, expected) => {
    expect(isExempt(new URL(address), list)).toBe(expected)
  })
})

describe('The environment', () => {
  const routeTo = (address: string, environment: { readonly [name: string]: string }) => {
    const route = routeOfEnvironment(new URL(address), environment)
    return route === undefined ? undefined : names([route])[0]
  }

  test.each([
    [{ HTTPS_PROXY: 'http://one:1' }, 'http://one:1'],
    [{ HTTPS_PROXY: 'http://one:1', https_proxy: 'http://two:2' }, 'http://two:2'],
    [{ HTTPS_PROXY: 'one:1' }, 'http://one:1'],
    [{ HTTPS_PROXY: 'https://one' }, 'https://one'],
    [{ HTTPS_PROXY: 'http://[fd00::1]:8080' }, 'http://[fd00::1]:8080'],
    [{ HTTP_PROXY: 'http://one:1' }, undefined],
    [{ HTTP_PROXY: 'http://one:1', ALL_PROXY: 'http://all:1' }, 'http://all:1'],
    [{ HTTPS_PROXY: ' ', all_proxy: 'http://all:1' }, 'http://all:1'],
    [{ ALL_PROXY: 'http://all:1', no_proxy: 'test' }, 'direct'],
    [{}, undefined],
  ])('%o leads https to %s', (environment, expected) => {
    expect(routeTo('https://models.test', environment)).toBe(expected)
  })

  test('credentials are read as they are written in addresses', () => {
    const { authorization } = parseProxy('http://me%40work:50%25%zz@proxy:1')
    expect(authorization).toBe(`Basic ${Buffer.from('me@work:50%25%zz').toString('base64')}`)
    expect(parseProxy('http://token@proxy').authorization).toBe(
      `Basic ${Buffer.from('token:').toString('base64')}`,
    )
  })
})

describe('The system', () => {
  test.each([
    ['DIRECT', ['direct']],
    ['', ['direct']],
    ['PROXY one:8080; DIRECT', ['http://one:8080', 'direct']],
    ['SOCKS5 gone:1; https two:443;PROXY one', ['https://two', 'http://one']],
    ['PROXY [fd00::1]:8080', ['http://[fd00::1]:8080']],
  ])('“%s”', (answer, expected) => {
    expect(names(routesOfSystem(answer))).toEqual(expected)
  })

  test('that knows only kinds that Rivulet does not speak is not gone past', () => {
    expect(() => routesOfSystem('SOCKS5 one:1080')).toThrow('not supported')
  })

  test('is asked again after half a minute, and not for this computer', async () => {
    let now = 0
    const asked: string[] = []
    const { routeTo } = createRouteChooser(
      {},
      async (url) => {
        asked.push(url)
        return 'PROXY one:8080'
      },
      () => now,
    )
    for (const address of [
      'http://localhost:11434/v1',
      'http://ollama.localhost',
      'http://127.1.2.3',
      'http://[::1]:1234',
      'http://0.0.0.0:8000',
    ])
      expect(await routeTo(new URL(address))).toBeNull()
    await routeTo(new URL('https://models.test/v1/models?secret'))
    now = 29_999
    await routeTo(new URL('https://models.test/other'))
    expect(asked).toEqual(['https://models.test/'])
    now = 30_000
    await routeTo(new URL('https://models.test/other'))
    expect(asked).toHaveLength(2)
  })

  test('that cannot say means direct', async () => {
    const { routeTo } = createRouteChooser(
      {},
      () => Promise.reject(new Error('no')),
      () => 0,
    )
    expect(await routeTo(new URL('https://models.test'))).toBeNull()
  })
})
