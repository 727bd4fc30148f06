import type { MenuItem } from '../design/menu'

interface ConversationMenuActions {
  readonly rename: () => void
  readonly copyAsMarkdown: () => void
  readonly remove: () => void
}

/** What can be done with the shown conversation as a whole. */
export function conversationMenu(actions: ConversationMenuActions): readonly MenuItem[] {
  return [
    { label: 'Rename', icon: 'edit', choose: actions.rename },
    { label: 'Copy as Markdown', icon: 'copy', choose: actions.copyAsMarkdown },
    { label: 'Delete', icon: 'trash', dangerous: true, choose: actions.remove },
  ]
}
