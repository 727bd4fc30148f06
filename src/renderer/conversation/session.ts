import type { QuestionMessage } from '../../shared/conversation/conversation'
import { messageIn, type PathStep } from '../../shared/conversation/message-tree'
import type { ModelReference } from '../../shared/providers/provider'
import type { Result } from '../../shared/result'
import { isRunning } from '../../shared/stream/reduce-answer'
import type { Client } from '../bridge/client'
import { createStore, type Readable } from '../bridge/external-store'
import { createDrafts, type Drafts } from '../composer/drafts'
import { modelFor } from './model-choice'
import { shownPath } from './shown-path'

/** What a window does with conversations, and what it remembers of them while it is open. */
export interface Session {
  readonly drafts: Drafts
  /** What was changed in a question and not asked again, by question. */
  readonly edits: Drafts
  readonly chosenModels: Readable<ReadonlyMap<string, ModelReference>>
  /** Why the last question of a conversation was not taken. */
  readonly problems: Readable<ReadonlyMap<string, string>>
  readonly pathOf: (conversationId: string) => readonly PathStep[]
  readonly modelOf: (conversationId: string) => ModelReference
  /** For that conversation only; others begin with the default. */
  readonly chooseModel: (conversationId: string, model: ModelReference) => void
  /** At the end of the shown branch. Resolves to whether the question was taken. */
  readonly ask: (conversationId: string, text: string) => Promise<boolean>
  /** A new version of a question that is there. */
  readonly askAgain: (
    conversationId: string,
    question: QuestionMessage,
    text: string,
  ) => Promise<boolean>
  readonly regenerate: (conversationId: string, questionId: string) => Promise<boolean>
  /** An answer that has ended goes on where it stopped. */
  readonly resume: (conversationId: string, answerId: string) => Promise<boolean>
  /** The answer at the end of the shown branch while it runs. */
  readonly runningAnswerOf: (conversationId: string) => string | null
  readonly receptionOf: (conversationId: string) => Reception
  /** Stops all that runs in it, shown or not. False when nothing ran. */
  readonly stop: (conversationId: string) => boolean
}

/** Where an answer of a conversation is being received: on the shown branch, or only on others. */
export type Reception = 'none' | 'shown' | 'elsewhere'

export function createSession(client: Client): Session {
  const { bridge, answers, conversations, surroundings, memory } = client
  const chosenModels = createStore<ReadonlyMap<string, ModelReference>>(new Map())
  const problems = createStore<ReadonlyMap<string, string>>(new Map())

  function pathOf(conversationId: string): readonly PathStep[] {
    return shownPath(conversations.read().open.get(conversationId))
  }

  function modelOf(conversationId: string): ModelReference {
    const { settings, providers } = surroundings.read()
    return modelFor({
      chosen: chosenModels.read().get(conversationId),
      path: pathOf(conversationId),
      defaultModel: settings?.defaultModel ?? null,
      providers: providers ?? [],
    })
  }

  function endWelcome() {
    if (surroundings.read().settings?.welcomed !== false) return
    void surroundings.update({ welcomed: true })
  }

  async function report(conversationId: string, request: Promise<Result<unknown>>) {
    const before = new Map(problems.read())
    if (before.delete(conversationId)) problems.write(before)
    const result = await request
    if (!result.ok) {
      problems.write(new Map(problems.read()).set(conversationId, result.failure.message))
    }
    return result.ok
  }

  async function ask(conversationId: string, parentId: string | null, text: string) {
    const model = modelOf(conversationId)
    const taken = await report(
      conversationId,
      conversations.ask({ conversationId, parentId, text, model }),
    )
    if (taken) endWelcome()
    return taken
  }

  function runningAnswerOf(conversationId: string): string | null {
    const message = pathOf(conversationId).at(-1)?.message
    if (message?.role !== 'assistant') return null
    const { state } = answers.read(message.id) ?? message.answer
    return isRunning(state) ? message.id : null
  }

  function runningAnswersOf(conversationId: string): readonly string[] {
    const messages = conversations.read().open.get(conversationId)?.messages
    if (messages === undefined) return []
    return [...answers.running.read()].filter((id) => messageIn(messages, id) !== undefined)
  }

  return {
    drafts: createDrafts(memory, 'draft'),
    edits: createDrafts(memory, 'edit'),
    chosenModels,
    problems,
    pathOf,
    modelOf,
    chooseModel(conversationId, model) {
      chosenModels.write(new Map(chosenModels.read()).set(conversationId, model))
      endWelcome()
    },
    ask: (conversationId, text) =>
      ask(conversationId, pathOf(conversationId).at(-1)?.message.id ?? null, text),
    askAgain: (conversationId, question, text) => ask(conversationId, question.parentId, text),
    regenerate: (conversationId, questionId) =>
      report(
        conversationId,
        conversations.regenerate(conversationId, questionId, modelOf(conversationId)),
      ),
    resume: (conversationId, answerId) =>
      report(conversationId, conversations.resume(conversationId, answerId)),
    runningAnswerOf,
    receptionOf(conversationId) {
      if (runningAnswerOf(conversationId) !== null) return 'shown'
      return runningAnswersOf(conversationId).length === 0 ? 'none' : 'elsewhere'
    },
    stop(conversationId) {
      const running = runningAnswersOf(conversationId)
      for (const answerId of running) void bridge.answers.stop({ answerId })
      return running.length > 0
    },
  }
}
