import { expect, test } from 'vitest'
import { createLimiterRegistry } from '../../../../src/main/answers/limits/limiter-registry'
import { createManualClock } from '../../../fakes/manual-clock'

test('There is one limiter for each provider, server and key', () => {
  const { limiterFor } = createLimiterRegistry(createManualClock())
  const origin = 'https://api.openai.com'
  const first = limiterFor('openai', origin, 'sk-one')
  expect(limiterFor('openai', origin, 'sk-one')).toBe(first)
  const others = [
    limiterFor('openai', origin, 'sk-two'),
    limiterFor('openai', origin, null),
    limiterFor('openai', 'https://example.com', 'sk-one'),
    limiterFor('other', origin, 'sk-one'),
  ]
  expect(new Set([first, ...others]).size).toBe(5)
})
