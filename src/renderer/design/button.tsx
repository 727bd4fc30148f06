import type { ButtonHTMLAttributes } from 'react'
import './button.css'
import { classes } from './classes'
import { Icon, type IconName } from './icon'

type NativeProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'aria-label'>

interface ButtonProps extends NativeProps {
  /** `plain` lies quietly on the page, `outlined` stands alone, `strong` is the one thing to do. */
  readonly kind?: 'plain' | 'outlined' | 'strong' | 'danger'
  readonly icon?: IconName
}

export function Button({ kind = 'outlined', icon, className, children, ...rest }: ButtonProps) {
  return (
    <button type="button" className={classes('button', `button-${kind}`, className)} {...rest}>
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </button>
  )
}

interface IconButtonProps extends NativeProps {
  readonly icon: IconName
  /** What it does, for a screen reader and as the tooltip. */
  readonly name: string
  /** Added to the tooltip only, such as a shortcut. */
  readonly hint?: string
  readonly size?: 'medium' | 'small'
}

export function IconButton({
  icon,
  name,
  hint,
  size = 'medium',
  className,
  ...rest
}: IconButtonProps) {
  return (
    <button
      type="button"
      className={classes('icon-button', `icon-button-${size}`, className)}
      aria-label={name}
      title={hint === undefined ? name : `${name} (${hint})`}
      {...rest}
    >
      <Icon name={icon} />
    </button>
  )
}
