import { expect, test } from 'vitest'
import { pathologicalInputs } from '../../fixtures/pathological'

const lengthOf = (name: string): number => pathologicalInputs[name]?.().length ?? Number.NaN

test('pathological inputs have the sizes of cmark', () => {
  expect(lengthOf('nested strong emph')).toBe(65_000 * 14 + 1)
  expect(lengthOf('nested brackets')).toBe(100_001)
  expect(lengthOf('nested block quotes')).toBe(100_001)
  expect(lengthOf('deeply nested lists')).toBe(999 * 1000 + 1000 * 4)
  expect(lengthOf('U+0000 in input')).toBe(7)
  expect(lengthOf('backticks')).toBe((4_999 * 5_000) / 2 + 4_999)
})

test('what needs many different pieces has them', () => {
  expect(pathologicalInputs['backticks']?.().slice(0, 10)).toBe('e`e``e```e')
  expect(pathologicalInputs['many references']?.().includes('\n[79999]: u\n')).toBe(true)
  expect(pathologicalInputs['many footnotes']?.().includes('[^4999]: c')).toBe(true)
  expect(lengthOf('the longest formula that is drawn')).toBeGreaterThan(2_400)
  expect(lengthOf('the longest formula that is drawn')).toBeLessThan(2_500)
})
