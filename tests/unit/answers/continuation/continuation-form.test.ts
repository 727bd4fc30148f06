import { expect, test } from 'vitest'
import {
  continuationFormOf,
  continuationOf,
} from '../../../../src/main/answers/continuation/continuation-form'

test.each([
  ['https://api.deepseek.com/beta', 'prefix-flag'],
  ['https://api.deepseek.com/v1', 'instruction'],
  ['https://api.deepseek.com', 'instruction'],
  ['https://api.mistral.ai/v1', 'prefix-flag'],
  ['https://openrouter.ai/api/v1', 'trailing-message'],
  ['https://api.openai.com/v1', 'instruction'],
  ['http://127.0.0.1:8000/v1', 'continue-final-message'],
  ['http://localhost:11434/v1', 'trailing-message'],
  ['http://192.168.1.20:1234/v1', 'trailing-message'],
  ['http://localhost:8080/v1', 'trailing-message'],
  ['http://[::1]:8000/v1', 'continue-final-message'],
  ['https://models.example.com:8000/v1', 'instruction'],
  ['http://10.evil.example.com:8000/v1', 'instruction'],
  ['not an address', 'instruction'],
] as const)('%s takes the form %s', (baseUrl, form) => {
  expect(continuationFormOf(baseUrl)).toBe(form)
})

test('a setting goes before the address', () => {
  expect(continuationFormOf('https://api.openai.com/v1', 'trailing-message')).toBe(
    'trailing-message',
  )
})

test('the partial answer is the last assistant message in every form', () => {
  expect(continuationOf('https://api.mistral.ai/v1', 'So far')).toEqual({
    messages: [{ role: 'assistant', content: 'So far', prefix: true }],
    fields: {},
  })
  expect(continuationOf('http://127.0.0.1:8000/v1', 'So far')).toEqual({
    messages: [{ role: 'assistant', content: 'So far' }],
    fields: { continue_final_message: true, add_generation_prompt: false },
  })
  expect(continuationOf('https://openrouter.ai/api/v1', 'So far')).toEqual({
    messages: [{ role: 'assistant', content: 'So far' }],
    fields: {},
  })
})

test('where nothing else is known, the model is told to go on after the last characters', () => {
  const partial = `${'a'.repeat(500)} the 😀 end is ne`
  const { messages, fields } = continuationOf('https://api.openai.com/v1', partial)
  expect(fields).toEqual({})
  expect(messages[0]).toEqual({ role: 'assistant', content: partial })
  expect(messages[1]?.role).toBe('user')
  expect(messages[1]?.content).toContain('the 😀 end is ne\n')
  expect(messages[1]?.content.length).toBeLessThan(1000)
})
