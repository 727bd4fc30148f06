import { type ReactNode, useCallback } from 'react'
import { useClient } from '../bridge/client-context'
import { CopyTextContext } from '../painting/markdown/code-block'
import { FollowLinkContext } from '../painting/markdown/markdown-link'
import { type ConversationActions, ConversationActionsContext } from './conversation-actions'

interface MessageContextsProps {
  readonly actions: ConversationActions
  readonly children: ReactNode
}

/** What messages, and the text in them, can do in this window. */
export function MessageContexts({ actions, children }: MessageContextsProps) {
  const { bridge } = useClient()
  const follow = useCallback(
    (address: string) => void bridge.desktop.openLink({ address }),
    [bridge],
  )
  return (
    <CopyTextContext value={actions.copy}>
      <FollowLinkContext value={follow}>
        <ConversationActionsContext value={actions}>{children}</ConversationActionsContext>
      </FollowLinkContext>
    </CopyTextContext>
  )
}
