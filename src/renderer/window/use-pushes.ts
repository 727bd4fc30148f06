import { type RefObject, useEffect } from 'react'
import { useClient } from '../bridge/client-context'
import type { ComposerHandle } from '../composer/composer'
import type { Session } from '../conversation/session'
import { useLatest } from '../design/use-latest'
import type { ShortcutName } from './shortcut'
import type { Place } from './use-place'

interface PushContext {
  readonly place: Place
  readonly session: Session
  readonly composer: RefObject<ComposerHandle | null>
  readonly run: (name: ShortcutName) => void
}

/** Does what main asks the window to do, in the same ways as the user would. */
export function usePushes(context: PushContext): void {
  const client = useClient()
  const latest = useLatest(context)
  useEffect(() => {
    let mounted = true
    const { surroundings, conversations } = client
    // Before that there is no composer, and no model to ask.
    const ready = Promise.all([surroundings.ready, conversations.ready])
    const whenReady = (act: () => void) =>
      void ready.then(() => requestAnimationFrame(() => mounted && act()))

    const stops = [
      client.asked.listen(({ text, model }) =>
        whenReady(() => {
          const { place, session, composer } = latest.current
          const conversationId = place.startNew()
          if (model !== null) session.chooseModel(conversationId, model)
          composer.current?.submit(conversationId, text)
        }),
      ),
      client.conversationWanted.listen(({ conversationId }) =>
        whenReady(() => {
          latest.current.place.go(conversationId)
          void conversations.openAsElsewhere(conversationId)
        }),
      ),
      client.commands.listen((command) => whenReady(() => latest.current.run(command))),
    ]
    return () => {
      mounted = false
      for (const stop of stops) stop()
    }
  }, [client, latest])
}
