import { type KeyboardEvent, useEffect, useRef } from 'react'
import { IconButton } from '../../design/button'
import { Icon } from '../../design/icon'
import './find-bar.css'

interface FindBarProps {
  readonly wanted: string
  /** From 1; 0 for none. */
  readonly ordinal: number
  /** Null while it is not known. */
  readonly total: number | null
  /** Another number takes the focus again. */
  readonly asked: number
  readonly setWanted: (wanted: string) => void
  /** To the next match, or with -1 to the one before. */
  readonly go: (step: 1 | -1) => void
  readonly close: () => void
}

/** Looks for words in the shown conversation. The focus goes back where it came from. */
export function FindBar({ wanted, ordinal, total, asked, setWanted, go, close }: FindBarProps) {
  const box = useRef<HTMLInputElement>(null)

  useEffect(() => {
    const before = document.activeElement
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: it was asked for again.
  useEffect(() => {
    box.current?.focus()
    box.current?.select()
  }, [asked])

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      event.stopPropagation()
      event.nativeEvent.stopImmediatePropagation()
      close()
    } else if (event.key === 'Enter' && event.target === box.current) {
      event.preventDefault()
      go(event.shiftKey ? -1 : 1)
    }
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: its text box is what is to be found by its name.
    <div className="find-bar" role="search" onKeyDown={onKeyDown}>
      <Icon name="search" />
      <input
        ref={box}
        type="search"
        aria-label="Find in conversation"
        placeholder="Find"
        value={wanted}
        onChange={(event) => setWanted(event.target.value)}
      />
      <span className="find-count" role="status">
        {wanted !== '' && total !== null && (total === 0 ? 'No match' : `${ordinal} of ${total}`)}
      </span>
      <IconButton
        icon="arrow-up"
        name="Previous match"
        size="small"
        disabled={total === 0 || total === null}
        onClick={() => go(-1)}
      />
      <IconButton
        icon="arrow-down"
        name="Next match"
        size="small"
        disabled={total === 0 || total === null}
        onClick={() => go(1)}
      />
      <IconButton icon="close" name="Close" size="small" onClick={close} />
    </div>
  )
}
