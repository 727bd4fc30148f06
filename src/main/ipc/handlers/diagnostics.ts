import { release } from 'node:os'
import { app, clipboard } from 'electron'
import type { AnswerRegistry } from '../../answers/answer-registry'
import { diagnosticsText } from '../../diagnostics/diagnostics-text'
import type { Log } from '../../diagnostics/log'
import type { History } from '../../history/history'
import type { ProviderDirectory } from '../../providers/provider-directory'
import type { Handlers } from '../handle'

const mostEntries = 50

export function diagnosticsHandlers(
  history: History,
  registry: AnswerRegistry,
  directory: ProviderDirectory,
  log: Log,
): Handlers<'answers.copyDiagnostics'> {
  return {
    'answers.copyDiagnostics': async ({ conversationId, answerId }) => {
      const stored = await history.openConversation(conversationId, registry.ids)
      const conversation = stored === null ? null : registry.overlay(stored)
      const message = conversation?.messages.find(({ id }) => id === answerId)
      if (message?.role !== 'assistant') throw new Error('This answer is not there any more.')
      const { answer } = message
      const providers = await directory.list()
      const text = diagnosticsText({
        app: {
          version: app.getVersion(),
          platform: process.platform,
          architecture: process.arch,
          systemVersion: release(),
          versions: process.versions,
        },
        answer,
        provider: providers.find(({ id }) => id === answer.model.providerId) ?? null,
        entries: await log.entriesOf(answerId, mostEntries),
      })
      clipboard.writeText(text)
      return null
    },
  }
}
