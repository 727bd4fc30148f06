import { Dialog } from '../design/dialog'
import { type Platform, shortcutLabel, shortcuts } from './shortcut'
import './shortcuts-dialog.css'

interface ShortcutsDialogProps {
  readonly platform: Platform
  readonly modifiedEnter: boolean
  readonly close: () => void
}

export function ShortcutsDialog({ platform, modifiedEnter, close }: ShortcutsDialogProps) {
  const rows = [
    { what: 'Send', keys: modifiedEnter ? 'Mod+Enter' : 'Enter' },
    { what: 'New line', keys: modifiedEnter ? 'Enter' : 'Shift+Enter' },
    { what: 'Stop the answer', keys: 'Esc' },
    { what: 'Edit the last question, in an empty box', keys: '↑' },
    ...shortcuts,
  ]
  return (
    <Dialog name="Shortcuts" close={close}>
      <dl className="shortcuts">
        {rows.map(({ what, keys }) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>
              <kbd>{shortcutLabel(keys, platform)}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
