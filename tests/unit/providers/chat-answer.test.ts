import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createChatAnswer } from '../../../src/main/providers/chat-answer'
import { readChunk } from '../../../src/main/providers/chat-chunk'
import { failureFor } from '../../../src/main/providers/failure-sentences'

const asked = { name: 'Fake', baseUrl: 'http://127.0.0.1/v1', modelId: 'fake' }

function read(bytes: Uint8Array, cuts: readonly number[]) {
  const answer = createChatAnswer((problem) =>
    failureFor(typeof problem === 'string' ? 'malformed' : 'server-error', asked),
  )
  const edges = [0, ...[...cuts].sort((left, right) => left - right), bytes.length]
  const events = edges
    .slice(1)
    .flatMap((end, index) =>
      answer.phase === 'ended' ? [] : answer.push(bytes.subarray(edges[index], end)),
    )
  return answer.phase === 'ended' ? events : [...events, ...answer.close()]
}

describe('A chat answer', () => {
  const words = ['né ', '👩‍💻', ' e\u0301\r\n', '"quoted" \\ ', '水'.repeat(20), '<b>', '\u{1F30A}']
  const chunks = words.map((content) => JSON.stringify({ choices: [{ delta: { content } }] }))
  const wire = [
    '\uFEFF',
    ...chunks.map((json, at) => `data: ${json}${['\n\n', '\r\n\r\n', '\r\r'][at % 3]}`),
    ': comment\n\nevent: ping\n\ndata:\n\n',
    'data: {"choices":[{"delta":{},"finish_reason":"stop"}]}\n\n',
    'data: {"choices":[],"usage":{"prompt_tokens":5,"completion_tokens":6}}\n\n',
    'data: [DONE]\n\n',
  ].join('')
  const bytes = new TextEncoder().encode(wire)
  const expected = [
    ...words.map((text) => ({ type: 'text', text })),
    { type: 'usage', usage: { inputTokens: 5, outputTokens: 6 } },
    { type: 'completed', finishReason: 'stop' },
  ]

  test('has the same events wherever its bytes are cut', () => {
    for (let cut = 0; cut <= bytes.length; cut += 1) expect(read(bytes, [cut])).toEqual(expected)
    fc.assert(
      fc.property(fc.array(fc.nat(bytes.length), { maxLength: 50 }), (cuts) => {
        expect(read(bytes, cuts)).toEqual(expected)
      }),
      { numRuns: 1000 },
    )
  })

  test('that ends anywhere before the finish reason is never complete, and its text is a prefix', () => {
    const finish = wire.indexOf('"finish_reason":"stop"}]}') + '"finish_reason":"stop"}]}'.length
    const complete = new TextEncoder().encode(wire.slice(0, finish)).length
    for (let end = 0; end <= bytes.length; end += 1) {
      const events = read(bytes.subarray(0, end), [])
      const text = events.map((event) => (event.type === 'text' ? event.text : '')).join('')
      expect(words.join('').startsWith(text)).toBe(true)
      expect(events.filter(({ type }) => type === 'completed' || type === 'failed')).toHaveLength(1)
      expect(events.at(-1)?.type, `ended after ${end} bytes`).toBe(
        end >= complete ? 'completed' : 'failed',
      )
    }
  })

  test('of any bytes has exactly one end, the last event, and never throws', () => {
    const noise = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc
        .array(
          fc.constantFrom(
            'data: ',
            '{',
            '}',
            '"choices"',
            ':',
            '[',
            ']',
            'null',
            '\n',
            '\r',
            'error: ',
          ),
        )
        .map((parts) => new TextEncoder().encode(parts.join(''))),
      fc.json().map((json) => new TextEncoder().encode(`data: ${json}\n\n`)),
      fc.json().map((json) => new TextEncoder().encode(json)),
    )
    fc.assert(
      fc.property(noise, (body) => {
        const ends = read(body, []).map(({ type }) => type === 'completed' || type === 'failed')
        expect(ends.filter(Boolean)).toHaveLength(1)
        expect(ends.at(-1)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('A chunk', () => {
  const nothing = { text: '', reasoning: '', usage: null, finishReason: null }

  test.each([
    [{ choices: [] }, nothing],
    [{ choices: [null] }, nothing],
    [{ choices: [{}] }, nothing],
    [{ choices: [{ delta: null, finish_reason: '' }] }, nothing],
    [{ choices: [{ delta: { content: 'a' } }] }, { ...nothing, text: 'a' }],
    [{ choices: [{ index: 1, delta: { content: 'b' } }] }, nothing],
    [
      {
        choices: [
          { index: 1, delta: { content: 'b' } },
          { index: 0, delta: { content: 'a' } },
        ],
      },
      { ...nothing, text: 'a' },
    ],
    [{ choices: [{ delta: { content: null, refusal: 'No.' } }] }, { ...nothing, text: 'No.' }],
    [
      { choices: [{ delta: { reasoning: 'a', reasoning_content: 'a' } }] },
      { ...nothing, reasoning: 'a' },
    ],
    [
      {
        choices: [
          {
            delta: {
              content: [
                { type: 'thinking', thinking: [{ type: 'text', text: 'Hm.' }] },
                { type: 'text', text: 'Hello' },
              ],
            },
          },
        ],
      },
      { ...nothing, text: 'Hello', reasoning: 'Hm.' },
    ],
    [
      { choices: [], usage: { prompt_tokens: 1, completion_tokens: 2 } },
      { ...nothing, usage: { inputTokens: 1, outputTokens: 2 } },
    ],
    [{ choices: [], usage: { prompt_tokens: '1', completion_tokens: -2 } }, nothing],
    [{}, null],
    [{ choices: 'no' }, null],
    [[], null],
    ['text', null],
    [null, null],
  ])('%j', (value, expected) => {
    expect(readChunk(value, 'delta')).toEqual(expected)
  })
})
