import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Conversation, Message } from '../../../src/shared/conversation/conversation'
import { pathThrough } from '../../../src/shared/conversation/message-tree'
import { addTurn, type OpenService, openService, temporaryFolder } from './temporary-history'
import { begun, checkpointOf, completed, questionOf } from './turns'

const open = (): OpenService => openService(join(temporaryFolder(), 'history.sqlite'))

/** Turns one after the other, named by their number, on top of what is chosen. */
function addTurns(
  history: OpenService,
  from: number,
  until: number,
  parentId: string | null,
): void {
  let parent = parentId
  for (let turn = from; turn < until; turn += 1) {
    const name = `t${turn}`
    history.addQuestion(questionOf('c', name, `Question ${turn}`, parent), begun(name), turn)
    history.endAnswer(completed(name, `Answer ${turn}`))
    parent = `${name}-answer`
  }
}

function atEnd(history: OpenService, live: readonly string[] = []): Conversation {
  const conversation = history.openAtEnd('c', live)
  if (conversation === null) throw new Error('It is not there')
  return conversation
}

/** Everything before what was read first, page by page, the oldest first. */
function earlierMessages(history: OpenService, { earlier }: Conversation): readonly Message[] {
  let before = earlier?.before ?? null
  let messages: readonly Message[] = []
  while (before !== null) {
    const page = history.readEarlier('c', before, [])
    messages = [...page.messages, ...messages]
    before = page.before
  }
  return messages
}

const ids = (messages: readonly Message[]): readonly string[] => messages.map(({ id }) => id)
const shown = ({ messages, chosenMessageId }: Conversation): readonly string[] =>
  pathThrough(messages, chosenMessageId).map(({ message }) => message.id)

test('a short conversation comes whole, as it always did', () => {
  const history = open()
  addTurns(history, 0, 30, null)
  expect(atEnd(history)).toEqual(history.openConversation('c', []))
  expect(history.openAtEnd('nowhere', [])).toBeNull()
  history.deleteConversation('c')
  expect(history.openAtEnd('c', [])).toBeNull()
})

test('of a long one the end comes first, then page by page the rest, without gap or overlap', () => {
  const history = open()
  addTurns(history, 0, 300, null)
  const end = atEnd(history)
  const whole = history.openConversation('c', [])
  expect(end.messages).toEqual(whole?.messages.slice(-40))
  expect(end.earlier).toMatchObject({ scattered: 0, count: 560 })
  const first = history.readEarlier('c', end.earlier?.before ?? 0, [])
  expect(first.messages).toEqual(whole?.messages.slice(-440, -40))
  expect([...earlierMessages(history, end), ...end.messages]).toEqual(whole?.messages)
})

test('the end of a branch that was chosen comes with all versions, however old it is', () => {
  const history = open()
  addTurns(history, 0, 50, null)
  history.addAnswer('c', 't49-question', begun('again'), 2000)
  history.endAnswer(completed('again', 'Another answer'))
  // A second branch from the first answer, longer than what is read first.
  addTurns(history, 100, 200, 't0-answer')
  history.chooseMessage('c', 't49-answer')
  const end = atEnd(history)
  expect(end.chosenMessageId).toBe('t49-answer')
  expect(end.earlier?.scattered).toBe(end.messages.length)
  const path = pathThrough(end.messages, end.chosenMessageId)
  expect(path).toHaveLength(40)
  expect(path.at(-1)?.versions).toEqual(['t49-answer', 'again-answer'])
  expect(ids(earlierMessages(history, end))).toEqual(
    ids(history.openConversation('c', [])?.messages ?? []),
  )
})

test('a long conversation of few turns with many versions comes whole', () => {
  const history = open()
  addTurn(history, 'd', 'other', 'Elsewhere', 'y')
  addTurns(history, 0, 2, null)
  for (let version = 0; version < 80; version += 1) {
    history.addAnswer('c', 't1-question', begun(`again${version}`), 100 + version)
    history.endAnswer(completed(`again${version}`, 'Again'))
  }
  expect(atEnd(history)).toEqual(history.openConversation('c', []))
})

test('the page that holds the first message is the last', () => {
  const history = open()
  addTurns(history, 0, 40, null)
  expect(history.readEarlier('c', atEnd(history).earlier?.before ?? 0, []).before).toBeNull()
})

test('a chosen message near the end stays chosen', () => {
  const history = open()
  addTurns(history, 0, 80, null)
  history.chooseMessage('c', 't77-question')
  const end = atEnd(history)
  expect(end.chosenMessageId).toBe('t77-question')
  expect(shown(end).at(-1)).toBe('t79-answer')
})

test('a chosen message far above the end stands for its end', () => {
  const history = open()
  addTurns(history, 0, 80, null)
  history.chooseMessage('c', 't3-question')
  const end = atEnd(history)
  expect(end.chosenMessageId).toBe('t79-answer')
  expect(shown(end).at(-1)).toBe('t79-answer')
})

test('an answer that is being received is read as it is, and as interrupted when nobody does', () => {
  const history = open()
  addTurns(history, 0, 40, null)
  history.addQuestion(questionOf('c', 'last', 'And now?', 't39-answer'), begun('last'), 5000)
  history.appendCheckpoints([checkpointOf('last', 0, 'So far')])
  const states = [['last-answer'], []].map((live) => {
    const last = atEnd(history, live).messages.at(-1)
    return last?.role === 'assistant' && last.answer
  })
  expect(states).toMatchObject([
    { text: 'So far', state: { kind: 'streaming' } },
    { text: 'So far', state: { kind: 'interrupted' } },
  ])
})

test('a page of long messages ends early', () => {
  const history = open()
  addTurn(history, 'd', 'huge0', 'x'.repeat(1_200_000), 'y')
  addTurn(history, 'd', 'huge1', 'x'.repeat(1_200_000), 'y')
  const last = history.readEarlier('d', 1_000_000, [])
  expect(ids(last.messages)).toEqual(['huge1-question', 'huge1-answer'])
  expect(ids(history.readEarlier('d', last.before ?? 0, []).messages)).toEqual([
    'huge0-question',
    'huge0-answer',
  ])
})

test('nothing before the first message is an empty last page', () => {
  const history = open()
  addTurns(history, 0, 2, null)
  expect(history.readEarlier('c', 0, [])).toEqual({ messages: [], before: null })
  expect(history.readEarlier('nowhere', 100, [])).toEqual({ messages: [], before: null })
})

test('whatever the branches are, the end shows what the whole conversation shows at its end', () => {
  const turn = fc.record({ onto: fc.nat(), again: fc.boolean() })
  fc.assert(
    fc.property(fc.array(turn, { minLength: 70, maxLength: 110 }), fc.nat(), (turns, choice) => {
      const history = open()
      const answers: string[] = []
      turns.forEach(({ onto, again }, index) => {
        const name = `t${index}`
        const parent =
          answers.length === 0
            ? null
            : (answers[answers.length - 1 - (onto % Math.min(3, answers.length))] ?? null)
        if (again && parent !== null) {
          history.addAnswer('c', parent.replace('-answer', '-question'), begun(name), index)
          history.endAnswer(completed(name, 'Again'))
          return
        }
        history.addQuestion(questionOf('c', name, 'Q', parent), begun(name), index)
        history.endAnswer(completed(name, 'A'))
        answers.push(`${name}-answer`)
      })
      history.chooseMessage('c', answers[choice % answers.length] ?? '')
      const whole = history.openConversation('c', [])
      if (whole === null) throw new Error('It is not there')
      const end = atEnd(history)
      const path = shown(end)
      expect(shown(whole).slice(-path.length)).toEqual(path)
      expect(path.length).toBeGreaterThanOrEqual(Math.min(40, shown(whole).length))
      history.close()
    }),
    { numRuns: 5 },
  )
})
