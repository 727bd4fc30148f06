import { type KeyboardEvent, useRef, useState } from 'react'
import { classes } from './classes'
import { focusNext } from './focus-next'
import './title-field.css'

interface TitleFieldProps {
  readonly title: string
  readonly className?: string
  readonly save: (title: string) => void
  readonly close: () => void
}

/** Renames in its place: Enter or leaving it saves, Esc does not. The keys give the focus back. */
export function TitleField({ title, className, save, close }: TitleFieldProps) {
  const done = useRef(false)
  // While this is first drawn, what opened it still has the focus.
  const [opener] = useState(() => document.activeElement)

  function finish(value: string | null) {
    if (done.current) return
    done.current = true
    const next = value?.trim() ?? ''
    if (next !== '' && next !== title) save(next)
    close()
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    const place = event.currentTarget.parentElement
    finish(event.key === 'Enter' ? event.currentTarget.value : null)
    // A title that opens its own field is drawn anew.
    focusNext(() => [opener === document.body ? null : opener, place?.querySelector('button')])
  }

  return (
    <input
      ref={focusAndSelect}
      className={classes('title-field', className)}
      aria-label="Title"
      dir="auto"
      maxLength={500}
      defaultValue={title}
      onKeyDown={onKeyDown}
      onBlur={(event) => finish(event.currentTarget.value)}
    />
  )
}

function focusAndSelect(input: HTMLInputElement | null) {
  input?.focus()
  input?.select()
}
