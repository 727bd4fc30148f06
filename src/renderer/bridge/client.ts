import type { Bridge } from '../../shared/ipc/bridge'
import type { PushOf } from '../../shared/ipc/contract'
import { type AnswerStore, createAnswerStore } from './answer-store'
import { type ConversationStore, createConversationStore } from './conversation-store'
import { createStore, type Readable } from './external-store'
import { createPushQueue, type PushQueue } from './push-queue'
import { createSettingsStore, type SettingsStore } from './settings-store'
import { forgetful, type WindowMemory } from './window-memory'

/** Everything a window knows and can ask for. */
export interface Client {
  readonly bridge: Bridge
  readonly answers: AnswerStore
  readonly conversations: ConversationStore
  readonly surroundings: SettingsStore
  readonly memory: WindowMemory
  /** Whether the window is on the screen. What the page knows itself says so of hidden ones, too. */
  readonly visible: Readable<boolean>
  readonly asked: PushQueue<PushOf['window.ask']>
  readonly conversationWanted: PushQueue<PushOf['window.showConversation']>
  readonly commands: PushQueue<PushOf['window.command']>
  readonly quickAskShown: PushQueue<PushOf['quickAsk.shown']>
}

/** Listens from the first moment: what main pushes before React has mounted is kept. */
export function createClient(bridge: Bridge, memory = forgetful): Client {
  const answers = createAnswerStore(async (answerId) => {
    const result = await bridge.answers.subscribe({ answerId })
    if (result.ok && result.value !== null) return result.value
    // It has ended meanwhile: what is on disk is the whole of it.
    await conversations.openAround(answerId)
    return answers.read(answerId) ?? null
  })
  const conversations = createConversationStore({
    bridge,
    answers,
    now: Date.now,
    newId: () => crypto.randomUUID(),
    whenIdle: (run) => requestIdleCallback(run, { timeout: 1000 }),
  })
  bridge.listen('answers.events', answers.receive)

  const visible = createStore(true)
  bridge.listen('window.visible', visible.write)
  const asked = createPushQueue<PushOf['window.ask']>()
  bridge.listen('window.ask', asked.push)
  const conversationWanted = createPushQueue<PushOf['window.showConversation']>()
  bridge.listen('window.showConversation', conversationWanted.push)
  const commands = createPushQueue<PushOf['window.command']>()
  bridge.listen('window.command', commands.push)
  const quickAskShown = createPushQueue<PushOf['quickAsk.shown']>()
  bridge.listen('quickAsk.shown', quickAskShown.push)

  return {
    bridge,
    answers,
    conversations,
    surroundings: createSettingsStore(bridge),
    memory,
    visible,
    asked,
    conversationWanted,
    commands,
    quickAskShown,
  }
}
