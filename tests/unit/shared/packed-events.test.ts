import { serialize } from 'node:v8'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createEventPacker, createEventUnpacker } from '../../../src/shared/ipc/packed-events'
import type { AnswerEvent, NumberedEvent } from '../../../src/shared/stream/stream-event'

const encode = (text: string) => new TextEncoder().encode(text)
const decode = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
const anyText = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('\ufeffx', '\ud800'),
)

const event = fc.oneof(
  anyText.map((text): AnswerEvent => ({ type: 'text-delta', text })),
  fc.string().map((text): AnswerEvent => ({ type: 'reasoning-delta', text })),
  fc.constant<AnswerEvent>({ type: 'answer-completed', finishReason: 'stop' }),
)
const numbered = fc.record({
  answerId: fc.constantFrom('a', 'b', '7', ''),
  sequence: fc.nat(),
  at: fc.nat({ max: 2_000_000_000_000 }),
  event,
})

test('what is unpacked is what was packed, over any number of pushes', () => {
  fc.assert(
    fc.property(fc.array(fc.array(numbered, { maxLength: 6 }), { maxLength: 6 }), (pushes) => {
      const { pack } = createEventPacker(encode)
      const unpack = createEventUnpacker(decode)
      for (const events of pushes) expect(unpack(pack(events))).toEqual(events)
    }),
  )
})

test('a new page understands what is sent after the reset, and nothing of before', () => {
  const packer = createEventPacker(encode)
  const one: NumberedEvent = {
    answerId: 'a',
    sequence: 1,
    at: 5,
    event: { type: 'text-delta', text: 'x' },
  }
  packer.pack([one])
  const late = packer.pack([{ ...one, sequence: 2 }])
  packer.reset()
  const unpack = createEventUnpacker(decode)
  expect(unpack(late)).toEqual([])
  expect(unpack(packer.pack([{ ...one, sequence: 3 }]))).toEqual([{ ...one, sequence: 3 }])
})

test.each([
  ['ASCII', 'x'.repeat(58), 1.3],
  ['a word of another script', `${'x'.repeat(54)} 水`, 1.32],
])(
  'ten answers that stream at once cost little more than their words: %s',
  (_name, text, limit) => {
    const { pack } = createEventPacker(encode)
    const push = (sequence: number): NumberedEvent[] =>
      Array.from({ length: 10 }, (_, index) => ({
        answerId: `00000000-0000-4000-8000-00000000000${index}`,
        sequence,
        at: 1_790_000_000_000 + sequence * 16,
        event: { type: 'text-delta', text },
      }))
    pack(push(1))
    expect(serialize(pack(push(300))).length / (Buffer.byteLength(text) * 10)).toBeLessThan(limit)
  },
)
