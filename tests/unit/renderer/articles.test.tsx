import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { createClient } from '../../../src/renderer/bridge/client'
import { ClientContext } from '../../../src/renderer/bridge/client-context'
import { createDrafts } from '../../../src/renderer/composer/drafts'
import { AnswerArticle } from '../../../src/renderer/conversation/answer-article'
import { AnswerStatus } from '../../../src/renderer/conversation/answer-status'
import { ChosenModelContext } from '../../../src/renderer/conversation/chosen-model-context'
import type { ConversationActions } from '../../../src/renderer/conversation/conversation-actions'
import { MessageContexts } from '../../../src/renderer/conversation/message-contexts'
import { QuestionArticle } from '../../../src/renderer/conversation/question-article'
import { handbookModel } from '../../../src/shared/providers/provider'
import { succeeded } from '../../../src/shared/result'
import { defaultSettings } from '../../../src/shared/settings/settings'
import type { Failure } from '../../../src/shared/stream/failure'
import { type Answer, newAnswer } from '../../../src/shared/stream/reduce-answer'
import { fakeBridge } from './fake-bridge'

const { bridge } = fakeBridge({
  conversations: { list: async () => succeeded([]) },
  settings: { read: async () => succeeded(defaultSettings) },
  providers: { list: async () => succeeded([]) },
  desktop: {
    status: async () =>
      succeeded({
        platform: 'linux',
        version: '0',
        dataFolder: '/data',
        hotkey: { accelerator: null },
        notices: [],
      }),
  },
})

const actions: ConversationActions = {
  copy: async () => true,
  regenerate: () => {},
  resume: () => {},
  retryNow: () => {},
  stop: () => {},
  copyDiagnostics: async () => true,
  askAgain: async () => true,
  edits: createDrafts(),
  setEditing: () => {},
  chooseVersion: () => {},
  chooseModel: () => {},
  openProvider: () => {},
}

function html(children: ReactNode): string {
  return renderToStaticMarkup(
    <ClientContext value={createClient(bridge)}>
      <MessageContexts actions={actions} say={() => {}}>
        {children}
      </MessageContexts>
    </ClientContext>,
  )
}

function answerHtml(change: Partial<Answer>, versions: readonly string[] = ['a']): string {
  const answer = { ...newAnswer('a', { providerId: 'p', modelId: 'm-1' }, 1000), ...change }
  return html(
    <AnswerArticle
      message={{ role: 'assistant', id: 'a', parentId: 'q', createdAt: 1000, answer }}
      versions={versions}
      questionLength={40}
    />,
  )
}

function failedWith(failure: Partial<Failure>): string {
  const whole: Failure = { code: 'internal', message: 'Why.', retryable: true, ...failure }
  return answerHtml({ text: 'So far', state: { kind: 'failed', failure: whole }, endedAt: 2000 })
}

describe('an answer', () => {
  test('has its place and its status before the first word', () => {
    const result = answerHtml({})
    expect(result).toContain('<article aria-label="Assistant, m-1" aria-busy="true"')
    expect(result).toMatch(/role="status" aria-label="Answer status".*Connecting/)
    expect(result).toContain('role="progressbar" aria-label="Answer progress"')
  })

  test('that is complete and empty says so', () => {
    const complete = { kind: 'complete', finishReason: 'stop' } as const
    expect(answerHtml({ state: complete })).toContain('The model sent no text.')
    expect(answerHtml({ state: complete, text: ' \n' })).toContain('The model sent no text.')
    expect(answerHtml({ state: complete, text: 'So' })).not.toContain('no text')
    expect(answerHtml({ state: { kind: 'stopped' } })).not.toContain('no text')
    expect(answerHtml({})).not.toContain('no text')
  })

  test('is named after the Handbook when that answers', () => {
    expect(answerHtml({ model: handbookModel })).toContain('aria-label="Assistant, Handbook"')
  })

  test('loses its progress when it has ended, and keeps its figures', () => {
    const state = { kind: 'stopped' } as const
    const result = answerHtml({ state, text: 'So far', firstTextAt: 1380, endedAt: 3000 })
    expect(result).not.toContain('progressbar')
    expect(result).toMatch(/Stopped.*2\.0 s.*first word 0\.38 s/)
    expect(result).toContain('aria-label="Regenerate"')
  })

  test('a failure stands below the text that was received and can be retried', () => {
    const result = failedWith({})
    expect(result).toMatch(/So far.*role="alert".*Why\..*Retry/)
    expect(result).not.toMatch(/Open provider settings|Choose another model/)
  })

  test('a failure offers what helps', () => {
    expect(failedWith({ action: 'enter-key' })).toContain('Open provider settings')
    expect(failedWith({ action: 'check-provider' })).toContain('Open provider settings')
    expect(failedWith({ action: 'choose-model' })).toContain('Choose another model')
  })

  test('a failure offers to go on only where there is text and sense in it', () => {
    expect(failedWith({})).toMatch(/role="alert".*Resume.*Retry.*Copy diagnostics/)
    expect(failedWith({ retryable: false })).not.toContain('Resume')
    const failure: Failure = { code: 'internal', message: 'Why.', retryable: true }
    expect(answerHtml({ state: { kind: 'failed', failure } })).not.toContain('Resume')
  })

  test('an interrupted answer can go on', () => {
    expect(answerHtml({ state: { kind: 'interrupted' } })).toMatch(/Interrupted.*Resume/)
  })

  test('a wait tells what for and can be ended', () => {
    const waiting = { kind: 'waiting', reason: 'network', until: null } as const
    expect(answerHtml({ state: waiting })).toMatch(/Waiting for the network.*Retry now.*Stop/)
    expect(answerHtml({ state: { ...waiting, reason: 'turn' } })).not.toContain('Retry now')
  })

  test('tells what was tried in vain, and which model answered instead', () => {
    const failure: Failure = { code: 'overloaded', message: 'Busy.', retryable: true }
    const first = { providerId: 'p', modelId: 'm-1' }
    const result = answerHtml({
      model: { providerId: 'p', modelId: 'm-2' },
      failedAttempts: [{ model: first, failure, at: 1500 }],
      state: { kind: 'complete', finishReason: 'stop' },
    })
    expect(result).toContain('aria-label="Assistant, m-2"')
    expect(result).toMatch(/Complete.*by m-2.*1 attempt failed/)
    expect(answerHtml({})).not.toContain('by m-1')
  })

  test('names its model among several, and does not say that it wrote what failed', () => {
    const complete = { kind: 'complete', finishReason: 'stop' } as const
    expect(answerHtml({ state: complete }, ['b', 'a'])).toContain('>by m-1<')
    const failure: Failure = { code: 'internal', message: 'Why.', retryable: true }
    const result = answerHtml({ state: { kind: 'failed', failure } }, ['b', 'a'])
    expect(result).toContain('>m-1<')
    expect(result).not.toContain('by m-1')
  })

  test('names its model when the next question goes to another one', () => {
    const status = (modelId: string) =>
      html(
        <ChosenModelContext value={{ providerId: 'p', modelId }}>
          <AnswerStatus
            initial={newAnswer('a', { providerId: 'p', modelId: 'm-1' }, 1000)}
            questionLength={40}
          />
        </ChosenModelContext>,
      )
    expect(status('m-2')).toContain('by m-1')
    expect(status('m-1')).not.toContain('by m-1')
  })

  test('without text has nothing to copy', () => {
    expect(answerHtml({ state: { kind: 'stopped' } })).not.toContain('aria-label="Copy"')
    expect(answerHtml({ state: { kind: 'stopped' }, text: 'So' })).toContain('aria-label="Copy"')
  })

  test('that failed after another model was asked tells the chosen one’s failure first', () => {
    const busy: Failure = { code: 'overloaded', message: 'Busy.', retryable: true }
    const wrongKey: Failure = { ...busy, message: 'Wrong key.', action: 'enter-key' }
    const first = { providerId: 'p', modelId: 'm-1' }
    const result = answerHtml({
      model: { providerId: 'p', modelId: 'm-2' },
      failedAttempts: [{ model: first, failure: busy, at: 1500 }],
      state: { kind: 'failed', failure: wrongKey },
    })
    expect(result).toMatch(/m-1: Busy\. Then m-2: Wrong key\..*Open provider settings/)
    expect(result).toContain('1 earlier attempt failed')
  })

  test('alternatives can be reached', () => {
    const result = answerHtml({ state: { kind: 'stopped' } }, ['b', 'a'])
    expect(result).toContain('aria-label="Previous version"')
    expect(result).toMatch(/aria-label="Next version"[^>]* disabled=""/)
    expect(result).toContain('2 / 2')
  })

  test('reasoning is closed', () => {
    const result = answerHtml({ reasoning: 'Hm.' })
    expect(result).toContain('aria-label="Reasoning"')
    expect(result).not.toContain('Hm.')
  })
})

test('a message says where it stands among all, or that this is not known yet', () => {
  const message = { role: 'user', id: 'q', parentId: null, createdAt: 1, text: 'Why?' } as const
  const place = { message, versions: ['q'], editing: false }
  expect(html(<QuestionArticle {...place} position={17} count={10_000} />)).toMatch(
    /aria-posinset="17" aria-setsize="10000"/,
  )
  const unknown = html(<QuestionArticle {...place} count={-1} />)
  expect(unknown).toContain('aria-setsize="-1"')
  expect(unknown).not.toContain('aria-posinset')
})

test('a question that is edited again begins with what was not taken', () => {
  const message = { role: 'user', id: 'q', parentId: null, createdAt: 1, text: 'Old' } as const
  const editor = () => html(<QuestionArticle message={message} versions={['q']} editing />)
  expect(editor()).toContain('>Old</textarea>')
  actions.edits.write('q', 'Much better')
  expect(editor()).toContain('>Much better</textarea>')
})

test('a question is shown as it was written', () => {
  const text = '<b>\n  **not** markdown'
  const message = { role: 'user', id: 'q', parentId: null, createdAt: 1, text } as const
  const result = html(<QuestionArticle message={message} versions={['q']} editing={false} />)
  expect(result).toContain('<article aria-label="You"')
  expect(result).toContain('&lt;b&gt;\n  **not** markdown')
  expect(result).toMatch(/aria-label="Copy".*aria-label="Edit"/)
})
