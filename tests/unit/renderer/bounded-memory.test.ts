import { expect, test } from 'vitest'
import { createBoundedMemory } from '../../../src/renderer/painting/bounded-memory'

const memoryOf = (mostCharacters: number) => {
  const memory = createBoundedMemory<string>(
    mostCharacters,
    (key, value) => key.length + value.length,
  )
  const held = () => ['a', 'b', 'c', 'd'].filter((key) => memory.get(key) !== undefined)
  return { ...memory, held }
}

test('what was not asked for the longest is forgotten when it becomes too much', () => {
  const { get, set, held } = memoryOf(30)
  for (const key of ['a', 'b', 'c']) set(key, '123456789')
  expect(get('a')).toBe('123456789')
  set('d', '123456789')
  expect(held()).toEqual(['a', 'c', 'd'])
})

test('what is remembered again counts once, and as what was used last', () => {
  const { get, set, held } = memoryOf(30)
  for (const key of ['a', 'b', 'c']) set(key, '123456789')
  for (let time = 0; time < 9; time += 1) set('a', '12345678')
  expect(held()).toEqual(['a', 'b', 'c'])
  for (const key of ['b', 'c']) set(key, '123456789')
  set('a', '12345678')
  set('d', '123456789')
  expect(held()).toEqual(['a', 'c', 'd'])
  expect(get('a')).toBe('12345678')
})

test('what is larger than all of it is not held', () => {
  const { set, held } = memoryOf(5)
  set('a', '123456789')
  expect(held()).toEqual([])
})
