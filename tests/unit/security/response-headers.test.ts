import { describe, expect, test } from 'vitest'
import { responseHeaders } from '../../../src/main/security/response-headers'

function policyOf(path: string, reader: 'app' | 'diagrams'): ReadonlyMap<string, string> {
  const policy = responseHeaders({ path, reader })?.['Content-Security-Policy'] ?? ''
  return new Map(
    policy.split('; ').map((directive) => {
      const [name = '', ...values] = directive.split(' ')
      return [name, values.join(' ')]
    }),
  )
}

describe('a page of ours', () => {
  const policy = policyOf('/app/index.html', 'app')

  test('may show one frame and be shown in none', () => {
    expect(policy.get('frame-src')).toBe('rivulet://diagrams/diagram.html')
    expect(policy.get('frame-ancestors')).toBe("'none'")
  })

  test('takes code and style from its own files only', () => {
    expect(policy.get('default-src')).toBe("'none'")
    expect(policy.get('script-src')).toBe("'self'")
    expect(policy.get('style-src')).toBe("'self'")
    expect(policy.get('connect-src')).toBe("'none'")
    expect(policy.get('require-trusted-types-for')).toBe("'script'")
  })

  test('is read by nobody else', () => {
    expect(responseHeaders({ path: '/app/assets/main.js', reader: 'app' })).not.toHaveProperty(
      'Access-Control-Allow-Origin',
    )
  })
})

describe('the page that draws diagrams', () => {
  const policy = policyOf('/app/diagram.html', 'diagrams')

  test('has no origin, wherever it is shown', () => {
    expect(policy.get('sandbox')).toBe('allow-scripts')
  })

  test('reaches nothing but its scripts', () => {
    expect(policy.get('default-src')).toBe("'none'")
    expect(policy.get('script-src')).toBe('rivulet://diagrams/assets/')
    expect(policy.get('connect-src')).toBe("'none'")
    expect(policy.get('img-src')).toBe('data:')
    expect(policy.has('font-src')).toBe(false)
    expect(policy.has('frame-src')).toBe(false)
  })

  test('is shown by our pages only', () => {
    expect(policy.get('frame-ancestors')).toBe('rivulet://app')
  })

  test('may load its scripts although it has no origin', () => {
    const headers = responseHeaders({ path: '/app/assets/diagram.js', reader: 'diagrams' })
    expect(headers?.['Access-Control-Allow-Origin']).toBe('null')
    expect(headers?.['Content-Type']).toMatch(/^text\/javascript/)
  })
})

test('a file of an unknown kind is not sent', () => {
  expect(responseHeaders({ path: '/app/notes.txt', reader: 'app' })).toBeNull()
})
