import type {
  Conversation,
  ConversationSummary,
  Message,
} from '../../shared/conversation/conversation'
import { titleFrom } from '../../shared/conversation/conversation'
import { messageIn, pathThrough } from '../../shared/conversation/message-tree'
import type { Bridge } from '../../shared/ipc/bridge'
import type { ModelReference } from '../../shared/providers/provider'
import { failed, type Result, succeeded } from '../../shared/result'
import type { Failure } from '../../shared/stream/failure'
import { type Answer, isRunning, newAnswer } from '../../shared/stream/reduce-answer'
import type { AnswerStore } from './answer-store'
import { createEarlierReader } from './earlier-reader'
import { createStore, type Readable } from './external-store'
import { mergeSnapshot, withMessages, withoutMessages } from './merge-snapshot'

export interface Conversations {
  /** Newest first; null until main has said it. */
  readonly summaries: readonly ConversationSummary[] | null
  readonly open: ReadonlyMap<string, Conversation>
  /** Why a conversation could not be opened. */
  readonly failures: ReadonlyMap<string, Failure>
}

export interface NewQuestion {
  readonly conversationId: string
  readonly parentId: string | null
  readonly text: string
  readonly model: ModelReference
}

export interface ConversationStore extends Readable<Conversations> {
  readonly ready: Promise<void>
  /** Reads it again; what is known of it stays visible meanwhile. */
  readonly open: (conversationId: string) => Promise<void>
  /** Reads it again and shows the branch that was chosen last in any window. */
  readonly openAsElsewhere: (conversationId: string) => Promise<void>
  /** Reads all that is not here yet, at once. Resolves when it is here, or cannot be read. */
  readonly openWhole: (conversationId: string) => Promise<void>
  /** Reads the conversation again that an answer belongs to. */
  readonly openAround: (answerId: string) => Promise<void>
  /** Shows the question and the answer's place at once; takes them back when main refuses. */
  readonly ask: (question: NewQuestion) => Promise<Result<{ readonly answerId: string }>>
  readonly regenerate: (
    conversationId: string,
    questionId: string,
    model: ModelReference,
  ) => Promise<Result<null>>
  /** An ended answer goes on where it stopped. */
  readonly resume: (conversationId: string, answerId: string) => Promise<Result<null>>
  readonly choose: (conversationId: string, messageId: string) => Promise<Result<null>>
}

interface Dependencies {
  readonly bridge: Bridge
  readonly answers: AnswerStore
  readonly now: () => number
  readonly newId: () => string
  /** Calls when the window has nothing better to do. */
  readonly whenIdle: (run: () => void) => void
}

export function createConversationStore(dependencies: Dependencies): ConversationStore {
  const { bridge, answers, now, newId, whenIdle } = dependencies
  const store = createStore<Conversations>({
    summaries: null,
    open: new Map(),
    failures: new Map(),
  })
  /** Shown already, not yet acknowledged: a snapshot that lacks them is not wrong. */
  const pending = new Set<string>()
  /** By conversation: what was asked or chosen here is shown, whatever other windows choose. */
  const chosenHere = new Map<string, string>()

  const put = (part: Partial<Conversations>) => store.write({ ...store.read(), ...part })

  function putConversation(conversation: Conversation) {
    const failures = new Map(store.read().failures)
    failures.delete(conversation.id)
    put({ open: new Map(store.read().open).set(conversation.id, conversation), failures })
  }

  function change(conversationId: string, edit: (conversation: Conversation) => Conversation) {
    const conversation = store.read().open.get(conversationId)
    if (conversation !== undefined) putConversation(edit(conversation))
  }

  const earlier = createEarlierReader({
    read: (conversationId) => store.read().open.get(conversationId),
    async request(conversationId, before) {
      const page = await bridge.conversations.readEarlier({ conversationId, before })
      if (!page.ok) return null
      for (const message of page.value.messages) {
        if (message.role === 'assistant') answers.offer(message.answer)
      }
      return page.value
    },
    put: putConversation,
    whenIdle,
  })

  function takeBack(conversationId: string, ids: readonly string[], chosen: string | null) {
    change(conversationId, (known) => withoutMessages(known, ids, chosen))
    for (const id of ids) answers.forget(id)
    const isKnown = store.read().summaries?.some(({ id }) => id === conversationId) ?? false
    if (isKnown || store.read().open.get(conversationId)?.messages.length !== 0) return
    const open = new Map(store.read().open)
    open.delete(conversationId)
    put({ open })
  }

  function remember(conversationId: string, chosen: string | undefined) {
    if (chosen === undefined) chosenHere.delete(conversationId)
    else chosenHere.set(conversationId, chosen)
  }

  /** Shows messages at once, asks main, and takes them back when it refuses. */
  async function add(
    conversationId: string,
    messages: readonly Message[],
    request: () => Promise<Result<null>>,
  ): Promise<Result<null>> {
    const before = store.read().open.get(conversationId)?.chosenMessageId ?? null
    const chosen = messages.at(-1)?.id ?? null
    const ids = messages.map(({ id }) => id)
    for (const id of ids) pending.add(id)
    for (const message of messages) {
      if (message.role === 'assistant') answers.take(message.answer)
    }
    change(conversationId, (known) => withMessages(known, messages, chosen))
    const chosenBefore = chosenHere.get(conversationId)
    remember(conversationId, chosen ?? undefined)
    const result = await request()
    for (const id of ids) pending.delete(id)
    if (!result.ok) {
      takeBack(conversationId, ids, before)
      remember(conversationId, chosenBefore)
    }
    // An older branch that was chosen once would hide the new one at the next start.
    else if (before !== null && chosen !== null) {
      void bridge.conversations.choose({ conversationId, messageId: chosen })
    }
    return result
  }

  async function open(conversationId: string, isSecondTime = false): Promise<void> {
    const result = await bridge.conversations.open({ conversationId })
    if (!result.ok) {
      put({ failures: new Map(store.read().failures).set(conversationId, result.failure) })
      return
    }
    for (const message of result.value.messages) {
      if (message.role === 'assistant') answers.take(message.answer)
    }
    const known = store.read().open.get(conversationId)
    const chosen = chosenHere.get(conversationId)
    putConversation(mergeSnapshot(result.value, known, pending, chosen))
    earlier.begin(conversationId)
    const ended = await endedMeanwhile(result.value)
    if (ended.length === 0) return
    if (!isSecondTime) return open(conversationId, true)
    // Whatever is on disk: nothing will ever come of it.
    for (const answer of ended) {
      const endedAt = answer.firstTextAt ?? answer.startedAt
      answers.take({ ...answer, state: { kind: 'interrupted' }, endedAt })
    }
  }

  /** Answers that run as far as is known here; main knows better. */
  async function endedMeanwhile({ messages }: Conversation): Promise<readonly Answer[]> {
    const ended: Answer[] = []
    for (const { id } of messages) {
      if (pending.has(id) || !runs(id)) continue
      const present = await bridge.answers.subscribe({ answerId: id })
      if (!present.ok) continue
      if (present.value !== null) answers.take(present.value)
      const answer = answers.read(id)
      if (present.value === null && answer !== undefined && runs(id)) ended.push(answer)
    }
    return ended
  }

  function runs(answerId: string): boolean {
    const answer = answers.read(answerId)
    return answer !== undefined && isRunning(answer.state)
  }

  /** Another window may have asked in a conversation that is shown here. */
  function openAgainWhereSomethingRuns(summaries: readonly ConversationSummary[]) {
    for (const { id, running } of summaries) {
      const conversation = store.read().open.get(id)
      if (!running || conversation === undefined) continue
      const { messages } = conversation
      const isKnown = [...answers.running.read()].some((answerId) => messageIn(messages, answerId))
      if (!isKnown) void open(id)
    }
  }

  async function choose(conversationId: string, messageId: string) {
    remember(conversationId, messageId)
    change(conversationId, (known) => ({ ...known, chosenMessageId: messageId }))
    const result = await bridge.conversations.choose({ conversationId, messageId })
    // What follows on that branch may not be here.
    if (result.ok && store.read().open.get(conversationId)?.earlier !== undefined) {
      await open(conversationId)
    }
    return result
  }

  const isShown = (conversationId: string, messageId: string): boolean => {
    const conversation = store.read().open.get(conversationId)
    if (conversation === undefined) return false
    const path = pathThrough(conversation.messages, conversation.chosenMessageId)
    return path.some(({ message }) => message.id === messageId)
  }

  /** The model started over as another version: whoever looks at the old one is shown the new one. */
  async function followRestart(answerId: string, restartedAs: string) {
    for (const { id, messages } of store.read().open.values()) {
      if (messageIn(messages, answerId) === undefined) continue
      const wasShown = isShown(id, answerId)
      await open(id)
      if (wasShown && !isShown(id, restartedAs)) void choose(id, restartedAs)
    }
  }

  bridge.listen('answers.events', (events) => {
    for (const { answerId, event } of events) {
      if (event.type === 'answer-interrupted' && event.restartedAs !== undefined) {
        void followRestart(answerId, event.restartedAs)
      }
    }
  })

  bridge.listen('conversations.changed', (summaries) => {
    put({ summaries })
    openAgainWhereSomethingRuns(summaries)
  })

  async function readList() {
    const result = await bridge.conversations.list({})
    if (store.read().summaries === null) put({ summaries: result.ok ? result.value : [] })
  }

  return {
    read: store.read,
    subscribe: store.subscribe,
    ready: readList(),
    open: (conversationId) => open(conversationId),
    openAsElsewhere(conversationId) {
      remember(conversationId, undefined)
      return open(conversationId)
    },
    openWhole: earlier.finish,
    async openAround(answerId) {
      for (const { id, messages } of store.read().open.values()) {
        if (messageIn(messages, answerId) !== undefined) await open(id)
      }
    },
    async ask({ conversationId, parentId, text, model }) {
      const at = now()
      const questionId = newId()
      const answerId = newId()
      if (!store.read().open.has(conversationId)) {
        putConversation({
          id: conversationId,
          title: titleFrom(text),
          createdAt: at,
          updatedAt: at,
          chosenMessageId: null,
          messages: [],
        })
      }
      const result = await add(
        conversationId,
        [
          { role: 'user', id: questionId, parentId, createdAt: at, text },
          answerPlace(answerId, questionId, model, at),
        ],
        () => bridge.answers.ask({ conversationId, parentId, questionId, answerId, text, model }),
      )
      return result.ok ? succeeded({ answerId }) : failed(result.failure)
    },
    regenerate(conversationId, questionId, model) {
      const answerId = newId()
      return add(conversationId, [answerPlace(answerId, questionId, model, now())], () =>
        bridge.answers.regenerate({ conversationId, questionId, answerId, model }),
      )
    },
    async resume(conversationId, answerId) {
      let refusal: Failure | null = null
      await answers.reopen(answerId, async () => {
        const result = await bridge.answers.resume({ conversationId, answerId })
        if (result.ok) return result.value
        refusal = result.failure
        return null
      })
      return refusal === null ? succeeded(null) : failed(refusal)
    },
    choose,
  }
}

function answerPlace(
  answerId: string,
  questionId: string,
  model: ModelReference,
  at: number,
): Message {
  return {
    role: 'assistant',
    id: answerId,
    parentId: questionId,
    createdAt: at,
    answer: newAnswer(answerId, model, at),
  }
}
