import { type ReactNode, useEffect, useRef } from 'react'
import { IconButton } from './button'
import { classes } from './classes'
import './dialog.css'

interface DialogProps {
  readonly name: string
  readonly close: () => void
  /** The whole window instead of a sheet in its middle. */
  readonly whole?: boolean
  readonly children: ReactNode
}

/** The browser's own modal dialog: it keeps the focus inside, Esc closes it, the focus goes back. */
export function Dialog({ name, close, whole = false, children }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = element.current
    const before = document.activeElement
    if (dialog?.open === false) dialog.showModal()
    return () => {
      dialog?.close()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <dialog
      ref={element}
      aria-label={name}
      className={classes('dialog', whole && 'dialog-whole')}
      onCancel={(event) => {
        event.preventDefault()
        close()
      }}
    >
      <header className="dialog-header">
        <h2>{name}</h2>
        <IconButton icon="close" name={`Close ${name.toLowerCase()}`} hint="Esc" onClick={close} />
      </header>
      {children}
    </dialog>
  )
}
