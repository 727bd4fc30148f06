import { expect, test } from 'vitest'
import { createHotkey, type KeyRegistrar } from '../../../src/main/desktop/hotkey'

function keyboard(held: readonly string[]) {
  const registered = new Set<string>()
  const registrar: KeyRegistrar = {
    register(accelerator) {
      if (accelerator === 'nonsense') throw new TypeError('conversion failure')
      if (held.includes(accelerator) || registered.has(accelerator)) return false
      registered.add(accelerator)
      return true
    },
    unregister: (accelerator) => registered.delete(accelerator),
  }
  return { registered, hotkey: createHotkey(registrar, () => {}) }
}

test('Alt+Space is taken where it is free', () => {
  expect(keyboard([]).hotkey.use(null)).toEqual({ accelerator: 'Alt+Space' })
})

test('else Ctrl+Shift+Space, and the reason is told', () => {
  const { accelerator, problem } = keyboard(['Alt+Space']).hotkey.use(null)
  expect(accelerator).toBe('Ctrl+Shift+Space')
  expect(problem).toContain('Alt+Space')
})

test('when neither can be had, that is told', () => {
  const { accelerator, problem } = keyboard(['Alt+Space', 'Ctrl+Shift+Space']).hotkey.use(null)
  expect(accelerator).toBeNull()
  expect(problem).toContain('Choose another')
})

test('a new key lets the old one go; an impossible one falls back', () => {
  const { hotkey, registered } = keyboard([])
  hotkey.use(null)
  hotkey.use('Ctrl+Alt+R')
  expect([...registered]).toEqual(['Ctrl+Alt+R'])
  expect(hotkey.use('nonsense')).toMatchObject({ accelerator: 'Alt+Space' })
  expect(hotkey.status().problem).toContain('nonsense')
  hotkey.release()
  expect(registered.size).toBe(0)
})
