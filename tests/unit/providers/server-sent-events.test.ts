import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createEventDecoder } from '../../../src/main/providers/server-sent-events'

function decode(text: string, cuts: readonly number[] = [], limit = 1000) {
  const bytes = new TextEncoder().encode(text)
  const decoder = createEventDecoder(limit)
  const edges = [0, ...[...cuts].sort((left, right) => left - right), bytes.length]
  const events = edges
    .slice(1)
    .flatMap((end, index) => decoder.push(bytes.subarray(edges[index], end)))
  return { events: [...events, ...decoder.finish()], decoder }
}

describe('The event decoder', () => {
  test.each([
    ['LF', 'data: a\n\ndata: b\n\n'],
    ['CRLF', 'data: a\r\n\r\ndata: b\r\n\r\n'],
    ['CR', 'data: a\r\rdata: b\r\r'],
    ['a mixture', 'data: a\r\n\ndata: b\n\r'],
    ['no space after the colon', 'data:a\n\ndata:b\n\n'],
    ['comments between', ': x\n\ndata: a\n: y\n\n:\ndata: b\n\n'],
    ['unknown fields', 'id: 1\nretry: 5\nfoo: bar\ndata: a\n\nnothing\ndata: b\n\n'],
    ['events without data', 'event: ping\n\ndata: a\n\ndata:\n\ndata\n\n\n\ndata: b\n\n'],
  ])('reads the same from %s', (_, text) => {
    const { events } = decode(text)
    expect(events.map(({ data, complete }) => ({ data, complete }))).toEqual([
      { data: 'a', complete: true },
      { data: 'b', complete: true },
    ])
  })

  test('joins data lines, keeps further spaces, and names events', () => {
    expect(decode('event: x\ndata:  a \ndata: b\n\ndata: c\n\n').events).toEqual([
      { name: 'x', data: ' a \nb', complete: true },
      { name: '', data: 'c', complete: true },
    ])
  })

  test.each(['\n', '\r\n', '\r'])('joins lines that end in %j', (end) => {
    const text = ['data: a', 'data: b', '', 'data: c', '', ''].join(end)
    expect(decode(text).events.map(({ data }) => data)).toEqual(['a\nb', 'c'])
  })

  test("names llama.cpp's error lines", () => {
    expect(decode('error: {"code":500}\n\n').events).toEqual([
      { name: 'error', data: '{"code":500}', complete: true },
    ])
  })

  test('marks what the end of the stream left open', () => {
    expect(decode('data: a\n\ndata: b\nda').events).toEqual([
      { name: '', data: 'a', complete: true },
      { name: '', data: 'b', complete: false },
    ])
    expect(decode('data: {"a":').events).toEqual([{ name: '', data: '{"a":', complete: false }])
  })

  test('an event may be as large as the limit and no larger; what came before stays', () => {
    expect(decode(`data: ${'x'.repeat(994)}\n\n`).decoder.overflowed).toBe(false)
    const line = decode(`data: a\n\ndata: ${'x'.repeat(995)}\n\ndata: b\n\n`)
    expect(line.decoder.overflowed).toBe(true)
    expect(line.events[0]?.data).toBe('a')
    expect(line.events.map(({ data }) => data)).not.toContain('b')
    expect(decode('data: xxxx\n'.repeat(300)).decoder.overflowed).toBe(true)
    expect(decode('data\n'.repeat(1100)).decoder.overflowed).toBe(true)
    expect(decode(': keep alive\n'.repeat(300)).decoder.overflowed).toBe(false)
  })

  test('knows an event stream from other text', () => {
    expect(decode(': hello').decoder.recognised).toBe(true)
    expect(decode('It works!\n\nReally.').decoder.recognised).toBe(false)
  })

  test('reads the same wherever the bytes are cut', () => {
    const text = 'data: né 👩‍💻\r\n\r\nevent: e\rdata: 水\rdata: \u{1F30A}\r\r: c\n\ndata: z\n\nda'
    const size = new TextEncoder().encode(text).length
    const whole = decode(text).events
    for (let cut = 0; cut <= size; cut += 1) expect(decode(text, [cut]).events).toEqual(whole)
    fc.assert(
      fc.property(fc.array(fc.nat(size), { maxLength: 20 }), (cuts) => {
        expect(decode(text, cuts).events).toEqual(whole)
      }),
    )
  })

  test('carries any text', () => {
    const text = fc
      .string({ unit: 'binary', maxLength: 40 })
      .map((each) => `${each.replace(/[\r\n]/g, '')}.`)
    fc.assert(
      fc.property(fc.array(text, { maxLength: 20 }), (lines) => {
        const { events } = decode(lines.map((line) => `data: ${line}\n\n`).join(''), [], 1e6)
        expect(events.map(({ data }) => data)).toEqual(
          lines.map((line) =>
            new TextDecoder().decode(new TextEncoder().encode(`x${line}`)).slice(1),
          ),
        )
      }),
    )
  })
})
