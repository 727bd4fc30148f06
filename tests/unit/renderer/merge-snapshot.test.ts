import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeSnapshot, withEarlier } from '../../../src/renderer/bridge/merge-snapshot'
import type { Conversation, Message } from '../../../src/shared/conversation/conversation'
import { pathThrough } from '../../../src/shared/conversation/message-tree'

/** A tree of questions: each follows one of those before it. */
function tree(parents: readonly number[]): readonly Message[] {
  return parents.map((parent, index) => ({
    role: 'user',
    id: `m${index}`,
    parentId: index === 0 ? null : `m${parent % index}`,
    createdAt: index,
    text: `${index}`,
  }))
}

/** As main gives it: the end of the branch of a message with all versions, positions from 1. */
function endOf(messages: readonly Message[], chosen: string, length: number): Conversation {
  const path = pathThrough(messages, chosen)
  const wanted = new Set(path.slice(-length).flatMap(({ versions }) => versions))
  const here = messages.map(({ id }) => wanted.has(id))
  const before = here.lastIndexOf(false) + 2
  const count = here.filter((each) => !each).length
  const base = { id: 'c', title: '', createdAt: 0, updatedAt: 0 }
  const scattered = here.filter((each, index) => each && index + 1 < before).length
  return {
    ...base,
    chosenMessageId: wanted.has(chosen) ? chosen : (path.at(-1)?.message.id ?? null),
    messages: messages.filter(({ id }) => wanted.has(id)),
    ...(count === 0 ? {} : { earlier: { before, scattered, count } }),
  }
}

const ids = ({ messages, chosenMessageId }: Conversation) =>
  pathThrough(messages, chosenMessageId).map(({ message }) => message.id)

function readOn(conversation: Conversation, all: readonly Message[], pages: number): Conversation {
  let read = conversation
  for (let page = 0; page < pages && read.earlier !== undefined; page += 1) {
    const end = read.earlier.before - 1
    const start = Math.max(0, end - 3)
    const messages = all.slice(start, end)
    read = withEarlier(read, { messages, before: start === 0 ? null : start + 1 })
  }
  return read
}

test('whatever is read in whichever order, the shown branch and its versions are right', () => {
  const parent = fc.nat()
  fc.assert(
    fc.property(
      fc.array(parent, { minLength: 2, maxLength: 30 }),
      fc.array(parent, { minLength: 0, maxLength: 6 }),
      fc.nat(),
      fc.nat(),
      fc.nat({ max: 12 }),
      (parents, more, first, second, pages) => {
        const early = tree(parents)
        const late = tree([...parents, ...more])
        const choose = (messages: readonly Message[], at: number) =>
          messages[at % messages.length]?.id ?? ''
        const opened = endOf(early, choose(early, first), 4)
        const read = readOn(mergeSnapshot(opened, undefined, new Set()), early, pages)
        const chosen = choose(late, second)
        const again = mergeSnapshot(endOf(late, chosen, 4), read, new Set())
        const whole = readOn(again, late, Number.POSITIVE_INFINITY)
        expect(whole.earlier).toBeUndefined()
        expect(whole.messages.map(({ id }) => id).sort()).toEqual(late.map(({ id }) => id).sort())
        expect(pathThrough(whole.messages, chosen)).toEqual(pathThrough(late, chosen))
        // Also before the rest is here: the end of the branch is never another one.
        const shown = ids(again)
        expect(
          ids({ ...again, messages: late, chosenMessageId: chosen }).slice(-shown.length),
        ).toEqual(shown)
      },
    ),
    { numRuns: 500 },
  )
})
