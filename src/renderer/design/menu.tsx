import { type KeyboardEvent, useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { classes } from './classes'
import { Icon, type IconName } from './icon'
import './menu.css'

export interface MenuItem {
  readonly label: string
  readonly icon: IconName
  readonly dangerous?: boolean
  readonly choose: () => void
}

interface MenuProps {
  readonly name: string
  readonly items: readonly MenuItem[]
  /** Where it opens, in window coordinates; it is kept inside the window. */
  readonly at: { readonly x: number; readonly y: number }
  readonly close: () => void
}

const distanceToEdge = 8

/** A menu of commands. Takes the focus and gives it back to where it came from. */
export function Menu({ name, items, at, close }: MenuProps) {
  const box = useRef<HTMLDivElement>(null)
  const before = useRef<Element>(null)

  const giveBack = useCallback(() => {
    if (before.current instanceof HTMLElement) before.current.focus()
  }, [])

  useLayoutEffect(() => {
    const element = box.current
    if (element === null) return
    const { width, height } = element.getBoundingClientRect()
    const left = Math.min(at.x, window.innerWidth - width - distanceToEdge)
    const top = Math.min(at.y, window.innerHeight - height - distanceToEdge)
    element.style.left = `${Math.max(distanceToEdge, left)}px`
    element.style.top = `${Math.max(distanceToEdge, top)}px`
  }, [at])

  useEffect(() => {
    before.current = document.activeElement
    box.current?.querySelector<HTMLElement>('[role="menuitem"]')?.focus()
    const closeOutside = (event: PointerEvent) => {
      if (!box.current?.contains(event.target as Node)) close()
    }
    window.addEventListener('pointerdown', closeOutside, true)
    window.addEventListener('blur', close)
    return () => {
      window.removeEventListener('pointerdown', closeOutside, true)
      window.removeEventListener('blur', close)
      // A chosen command may already have taken the focus elsewhere, such as into a field to rename.
      if (document.activeElement === document.body) giveBack()
    }
  }, [close, giveBack])

  function onKeyDown(event: KeyboardEvent) {
    const entries = [...(box.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])]
    const index = entries.indexOf(document.activeElement as HTMLElement)
    const to = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: -1 }[event.key]
    if (event.key === 'Escape' || event.key === 'Tab') close()
    else if (to !== undefined) entries.at(to % entries.length)?.focus()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return createPortal(
    <div
      ref={box}
      className="menu"
      role="menu"
      aria-label={name}
      onKeyDown={onKeyDown}
      tabIndex={-1}
    >
      {items.map((item) => (
        <button
          key={item.label}
          type="button"
          role="menuitem"
          tabIndex={-1}
          className={classes('menu-item', item.dangerous === true && 'menu-item-dangerous')}
          onClick={() => {
            // Whatever it opens can give the focus back to where it was.
            giveBack()
            close()
            item.choose()
          }}
        >
          <Icon name={item.icon} />
          {item.label}
        </button>
      ))}
    </div>,
    document.body,
  )
}
