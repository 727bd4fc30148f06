import { z } from 'zod'
import type {
  Conversation,
  ConversationSummary,
  MessagePage,
  SearchHit,
} from '../conversation/conversation'
import type { KeyStatus, LocalServer, ModelReference, ProviderView } from '../providers/provider'
import {
  modelReferenceSchema,
  providerConfigurationSchema,
  type Settings,
  settingsSchema,
} from '../settings/settings'
import type { PastLength } from '../stream/estimate'
import type { Answer } from '../stream/reduce-answer'
import type { NumberedEvent } from '../stream/stream-event'
import type { PackedEvents } from './packed-events'

/** What the desktop around the windows is like. */
export interface DesktopStatus {
  readonly platform: 'darwin' | 'win32' | 'linux'
  readonly version: string
  readonly dataFolder: string
  readonly hotkey: {
    /** What is registered now, as an Electron accelerator; null when nothing could be had. */
    readonly accelerator: string | null
    readonly problem?: string
  }
  /** Things the user should know, such as a settings file that could not be read. */
  readonly notices: readonly string[]
}

export interface ReplyOf {
  'conversations.list': readonly ConversationSummary[]
  /** Of a long one only the end of the shown branch. */
  'conversations.open': Conversation
  'conversations.readEarlier': MessagePage
  'conversations.rename': null
  'conversations.delete': null
  'conversations.restore': null
  'conversations.choose': null
  'conversations.search': readonly SearchHit[]
  'answers.ask': null
  'answers.regenerate': null
  'answers.stop': null
  'answers.subscribe': Answer | null
  'answers.retryNow': null
  'answers.resume': Answer
  'answers.copyDiagnostics': null
  'answers.pastLengths': readonly PastLength[]
  'settings.read': Settings
  'settings.update': Settings
  'providers.list': readonly ProviderView[]
  'providers.save': null
  'providers.remove': null
  'providers.test': readonly string[]
  'providers.findLocal': readonly LocalServer[]
  'keys.set': KeyStatus
  'keys.clear': KeyStatus
  'keys.status': KeyStatus
  'desktop.status': DesktopStatus
  'desktop.copyText': null
  'desktop.openLink': null
  'desktop.openDataFolder': null
  'desktop.showConversation': null
  'quickAsk.hide': null
  'quickAsk.resize': null
  'quickAsk.keepOpen': null
}

export type Channel = keyof ReplyOf

const id = z.string().regex(/^[A-Za-z0-9-]{1,100}$/)
const nothing = z.strictObject({})
const text = z
  .string()
  .max(2_000_000, { error: 'This is longer than 2 million characters. Send a part of it.' })
const conversation = z.strictObject({ conversationId: id })
const provider = z.strictObject({ providerId: id })

/** The only list of channels: what each request must look like. */
export const requestSchemas = {
  'conversations.list': nothing,
  'conversations.open': conversation,
  /** `before`: from the conversation, or from the page after the wanted one. */
  'conversations.readEarlier': z.strictObject({
    conversationId: id,
    before: z.number().int().nonnegative(),
  }),
  'conversations.rename': z.strictObject({
    conversationId: id,
    title: z
      .string()
      .trim()
      .min(1, { error: 'A title needs a letter.' })
      .max(500, { error: 'A title has 500 characters at most.' }),
  }),
  'conversations.delete': conversation,
  'conversations.restore': conversation,
  'conversations.choose': z.strictObject({ conversationId: id, messageId: id }),
  'conversations.search': z.strictObject({ text: z.string().max(1000) }),
  'answers.ask': z.strictObject({
    conversationId: id,
    parentId: id.nullable(),
    questionId: id,
    answerId: id,
    text: text.refine((value) => value.trim() !== '', { error: 'The question is empty' }),
    model: modelReferenceSchema,
  }),
  'answers.regenerate': z.strictObject({
    conversationId: id,
    questionId: id,
    answerId: id,
    model: modelReferenceSchema,
  }),
  'answers.stop': z.strictObject({ answerId: id }),
  'answers.subscribe': z.strictObject({ answerId: id }),
  /** Ends a wait before the next attempt. */
  'answers.retryNow': z.strictObject({ answerId: id }),
  /** An ended answer goes on where it stopped. The reply is the answer so far, running again. */
  'answers.resume': z.strictObject({ conversationId: id, answerId: id }),
  'answers.copyDiagnostics': z.strictObject({ conversationId: id, answerId: id }),
  'answers.pastLengths': z.strictObject({ model: modelReferenceSchema }),
  'settings.read': nothing,
  'settings.update': settingsSchema.omit({ providers: true }).partial().strict(),
  'providers.list': nothing,
  'providers.save': providerConfigurationSchema.strict(),
  'providers.remove': provider,
  'providers.test': provider,
  'providers.findLocal': nothing,
  'keys.set': z.strictObject({
    providerId: id,
    key: z
      .string()
      .trim()
      .min(1, { error: 'The key is empty.' })
      .max(10_000, { error: 'This is too long for a key.' }),
  }),
  'keys.clear': provider,
  'keys.status': provider,
  'desktop.status': nothing,
  'desktop.copyText': z.strictObject({ text: z.string().max(70_000_000) }),
  'desktop.openLink': z.strictObject({ address: z.string().max(10_000) }),
  'desktop.openDataFolder': nothing,
  'desktop.showConversation': conversation,
  'quickAsk.hide': nothing,
  'quickAsk.resize': z.strictObject({ height: z.number().int().min(1).max(10_000) }),
  'quickAsk.keepOpen': z.strictObject({ keepOpen: z.boolean() }),
} satisfies { readonly [Name in Channel]: z.ZodType }

export type RequestOf<Name extends Channel> = z.infer<(typeof requestSchemas)[Name]>

/** What main tells the windows unasked. */
export interface PushOf {
  'answers.events': readonly NumberedEvent[]
  'conversations.changed': readonly ConversationSummary[]
  'settings.changed': Settings
  'providers.changed': readonly ProviderView[]
  'desktop.changed': DesktopStatus
  /** Whether the window is on the screen: neither hidden nor minimised. */
  'window.visible': boolean
  /** Somebody outside the window wants this asked (the command line). */
  'window.ask': { readonly text: string; readonly model: ModelReference | null }
  'window.showConversation': { readonly conversationId: string }
  'window.command': 'new-conversation' | 'open-settings' | 'focus-search' | 'show-shortcuts'
  'quickAsk.shown': { readonly fresh: boolean }
}

/** The same as main sends it. */
export type SentOf = Omit<PushOf, 'answers.events'> & { readonly 'answers.events': PackedEvents }

export type PushChannel = keyof PushOf
