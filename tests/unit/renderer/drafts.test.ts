import { describe, expect, test } from 'vitest'
import { createWindowMemory, forgetful } from '../../../src/renderer/bridge/window-memory'
import { createDrafts } from '../../../src/renderer/composer/drafts'
import { submitQuestion } from '../../../src/renderer/composer/submit-question'
import { placeAtStart } from '../../../src/renderer/window/place-at-start'
import { fakeStorage } from './fake-storage'

function refusal() {
  let refuse = () => {}
  const answered = new Promise<boolean>((resolve) => {
    refuse = () => resolve(false)
  })
  return { send: () => answered, refuse }
}

describe('a question that was refused', () => {
  test('comes back into the empty box', async () => {
    const drafts = createDrafts()
    drafts.write('c', 'A long question')
    await submitQuestion(drafts, 'c', 'A long question', async () => false)
    expect(drafts.read('c')).toBe('A long question')
  })

  test('comes back before what was written meanwhile', async () => {
    const drafts = createDrafts()
    drafts.write('c', 'A long question')
    const { send, refuse } = refusal()
    const submitted = submitQuestion(drafts, 'c', 'A long question', send)
    expect(drafts.read('c')).toBe('')
    drafts.write('c', 'b')
    refuse()
    await submitted
    expect(drafts.read('c')).toBe('A long question\n\nb')
  })

  test('comes back where it was asked, and when the request itself breaks', async () => {
    const drafts = createDrafts()
    const broken = async () => {
      throw new Error('Gone')
    }
    await expect(submitQuestion(drafts, 'c', 'Why?', broken)).rejects.toThrow('Gone')
    expect(drafts.read('c')).toBe('Why?')
    expect(drafts.read('d')).toBe('')
  })
})

test('a question from elsewhere leaves the draft alone', async () => {
  const drafts = createDrafts()
  drafts.write('c', 'half a thought')
  await submitQuestion(drafts, 'c', 'An example', async () => true)
  expect(drafts.read('c')).toBe('half a thought')
})

test('whoever shows a draft is told of its change', () => {
  const drafts = createDrafts()
  let told = 0
  const stop = drafts.subscribe(() => {
    told += 1
  })
  drafts.write('c', 'one')
  stop()
  drafts.write('c', 'two')
  expect(told).toBe(1)
})

describe('a page that is loaded again', () => {
  test('has its drafts', () => {
    const storage = fakeStorage()
    const memory = createWindowMemory(() => storage)
    createDrafts(memory, 'draft').write('c', 'half a thought')
    expect(createDrafts(memory, 'draft').read('c')).toBe('half a thought')
    expect(createDrafts(memory, 'edit').read('c')).toBe('')
    createDrafts(memory, 'draft').write('c', '')
    expect(createDrafts(memory, 'draft').read('c')).toBe('')
  })

  test('is where it was', () => {
    const storage = fakeStorage()
    const memory = createWindowMemory(() => storage)
    let made = 0
    const newId = () => {
      made += 1
      return `new-${made}`
    }
    expect(placeAtStart(memory, newId)).toEqual({ blankId: 'new-1', shownId: 'new-1' })
    memory.write('blank', 'b')
    memory.write('shown', 'c')
    expect(placeAtStart(memory, newId)).toEqual({ blankId: 'b', shownId: 'c' })
    storage.setItem('shown', '../../etc')
    expect(placeAtStart(memory, newId).shownId).toBe('b')
  })

  test('works without a place to keep anything', () => {
    const memory = createWindowMemory(() => {
      throw new Error('Denied')
    })
    const drafts = createDrafts(memory, 'draft')
    drafts.write('c', 'half a thought')
    expect(drafts.read('c')).toBe('half a thought')
    expect(memory.read('shown')).toBe(null)
    expect(forgetful.read('shown')).toBe(null)
  })

  test('finds nothing rather than an older draft when the place is full', () => {
    const storage = fakeStorage()
    const memory = createWindowMemory(() => storage)
    memory.write('draft c', 'old')
    storage.setItem = () => {
      throw new Error('Full')
    }
    memory.write('draft c', 'old and new')
    expect(memory.read('draft c')).toBe(null)
  })
})
