import { type KeyboardEvent, useRef } from 'react'
import { classes } from './classes'
import './title-field.css'

interface TitleFieldProps {
  readonly title: string
  readonly className?: string
  readonly save: (title: string) => void
  readonly close: () => void
}

/** Renames in its place: Enter or leaving it saves, Esc does not. */
export function TitleField({ title, className, save, close }: TitleFieldProps) {
  const done = useRef(false)

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
    if (event.key === 'Enter') finish(event.currentTarget.value)
    if (event.key === 'Escape') finish(null)
  }

  return (
    <input
      ref={focusAndSelect}
      className={classes('title-field', className)}
      aria-label="Title"
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
