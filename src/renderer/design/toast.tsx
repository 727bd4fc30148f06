import { useEffect } from 'react'
import { Button, IconButton } from './button'
import './toast.css'

export interface ToastContent {
  readonly id: string
  readonly text: string
  readonly action?: { readonly label: string; readonly run: () => void }
}

export type Say = (text: string, action?: ToastContent['action']) => void

interface ToastProps {
  readonly content: ToastContent
  readonly close: () => void
}

const shownForMs = 10_000

/** A short word about what was just done, with a way back. */
export function Toast({ content, close }: ToastProps) {
  useEffect(() => {
    const timer = setTimeout(close, shownForMs)
    return () => clearTimeout(timer)
  }, [close])
  const { action } = content
  return (
    <div className="toast" role="status">
      <span>{content.text}</span>
      {action !== undefined && (
        <Button
          kind="plain"
          onClick={() => {
            action.run()
            close()
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton icon="close" name="Dismiss" size="small" onClick={close} />
    </div>
  )
}
