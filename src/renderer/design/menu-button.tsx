import { useCallback, useState } from 'react'
import { IconButton } from './button'
import { Menu, type MenuItem } from './menu'

interface MenuButtonProps {
  readonly name: string
  readonly items: readonly MenuItem[]
  readonly size?: 'medium' | 'small'
  readonly tabIndex?: number
  readonly className?: string
}

/** "…": opens a menu below itself. */
export function MenuButton({ name, items, ...rest }: MenuButtonProps) {
  const [at, setAt] = useState<{ x: number; y: number } | null>(null)
  const close = useCallback(() => setAt(null), [])
  return (
    <>
      <IconButton
        icon="more"
        name={name}
        aria-haspopup="menu"
        aria-expanded={at !== null}
        onClick={(event) => {
          const { left, bottom } = event.currentTarget.getBoundingClientRect()
          setAt(at === null ? { x: left, y: bottom + 4 } : null)
        }}
        {...rest}
      />
      {at !== null && <Menu name={name} items={items} at={at} close={close} />}
    </>
  )
}
