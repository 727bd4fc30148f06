import { describe, expect, test } from 'vitest'
import { type Diagnosed, diagnosticsText } from '../../../src/main/diagnostics/diagnostics-text'
import type { Failure } from '../../../src/shared/stream/failure'
import { type Answer, type AnswerState, newAnswer } from '../../../src/shared/stream/reduce-answer'

const canary = 'CANARY'
const at = Date.UTC(2026, 10, 22, 14)
const model = { providerId: 'acme', modelId: 'acme-large' }
const lost: Failure = {
  code: 'connection-lost',
  message: 'The connection to Acme was lost. Retry.',
  retryable: true,
}
const failed: Answer = {
  ...newAnswer('answer-1', model, at),
  attempt: 2,
  text: `${canary} in the text`,
  reasoning: `${canary} in the reasoning`,
  seams: [4],
  state: { kind: 'failed', failure: lost },
  failedAttempts: [{ model, failure: lost, at: at + 1000 }],
  firstTextAt: at + 500,
  endedAt: at + 3000,
}
const diagnosed: Diagnosed = {
  app: {
    version: '0.1.0',
    platform: 'linux',
    architecture: 'x64',
    systemVersion: '6.1.0',
    versions: { electron: '45.4.1', chrome: '150.0', node: '24.1.0', uv: 'not told' },
  },
  answer: failed,
  provider: {
    kind: 'openai-compatible',
    api: 'responses',
    baseUrl: `https://${canary}:${canary}@llm.acme.test:8443/${canary}/v1?token=${canary}#${canary}`,
  },
  entries: [
    { at: at + 1000, event: 'attempt-failed', answerId: 'answer-1', code: 'connection-lost' },
  ],
}

describe('The text of "Copy diagnostics"', () => {
  test('says what happened', () => {
    expect(diagnosticsText(diagnosed)).toBe(`Rivulet 0.1.0
System: linux 6.1.0, x64
Electron 45.4.1, Chromium 150.0, Node 24.1.0

Answer: answer-1
Model: acme-large
Provider: openai-compatible (responses) at llm.acme.test:8443
State: failed
Failure: connection-lost: The connection to Acme was lost. Retry.
Started: 2026-11-22T14:00:00.000Z
First text: 2026-11-22T14:00:00.500Z
Ended: 2026-11-22T14:00:03.000Z
Attempt: 2, interruptions: 1, characters: 18

Failed attempts:
  2026-11-22T14:00:01.000Z acme-large connection-lost: The connection to Acme was lost. Retry.

Log:
  {"at":"2026-11-22T14:00:01.000Z","event":"attempt-failed","answerId":"answer-1","code":"connection-lost"}
`)
  })

  test('holds no word of the answer and nothing of the address but the host', () => {
    expect(diagnosticsText(diagnosed)).not.toMatch(new RegExp(canary, 'i'))
  })

  test.each([
    [{ kind: 'handbook', baseUrl: '' }, 'Provider: handbook\n'],
    [{ kind: 'environment', baseUrl: 'https://api.openai.com/v1' }, '(chat) at api.openai.com\n'],
    [{ kind: 'environment', baseUrl: 'nonsense' }, 'at an address that cannot be read\n'],
    [null, 'Provider: removed\n'],
  ] as const)('of the provider %o it says “%s”', (provider, expected) => {
    expect(diagnosticsText({ ...diagnosed, provider })).toContain(expected)
  })

  test.each<[AnswerState, string]>([
    [{ kind: 'waiting', reason: 'retry', until: at }, 'waiting (retry) until 2026-11-22T14:00:00'],
    [{ kind: 'waiting', reason: 'network', until: null }, 'waiting (network) until unknown'],
    [{ kind: 'stalled', since: at }, 'stalled since 2026-11-22T14:00:00'],
    [{ kind: 'falling-back', to: model }, 'falling back to acme-large'],
    [{ kind: 'interrupted' }, 'interrupted\n'],
    [{ kind: 'complete', finishReason: 'length' }, 'complete (length)'],
    [{ kind: 'streaming' }, 'streaming\n'],
  ])('of the state %o it says “%s”', (state, expected) => {
    const text = diagnosticsText({ ...diagnosed, answer: { ...failed, state }, entries: [] })
    expect(text).toContain(`State: ${expected}`)
    expect(text).not.toContain('Failure:')
    expect(text).not.toContain('Log:')
  })
})
