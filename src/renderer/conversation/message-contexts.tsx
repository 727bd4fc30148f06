import { type ReactNode, useCallback } from 'react'
import { useClient } from '../bridge/client-context'
import { CopyTextContext } from '../painting/code/copy-text-context'
import { FollowLinkContext } from '../painting/markdown/drawing/markdown-link'
import { type ConversationActions, ConversationActionsContext } from './conversation-actions'

interface MessageContextsProps {
  readonly actions: ConversationActions
  /** Tells the user why something did not work. Keeps its identity. */
  readonly say: (text: string) => void
  readonly children: ReactNode
}

/** What messages, and the text in them, can do in this window. */
export function MessageContexts({ actions, say, children }: MessageContextsProps) {
  const { bridge } = useClient()
  const follow = useCallback(
    async (address: string) => {
      const result = await bridge.desktop.openLink({ address })
      if (!result.ok) say(result.failure.message)
    },
    [bridge, say],
  )
  return (
    <CopyTextContext value={actions.copy}>
      <FollowLinkContext value={follow}>
        <ConversationActionsContext value={actions}>{children}</ConversationActionsContext>
      </FollowLinkContext>
    </CopyTextContext>
  )
}
