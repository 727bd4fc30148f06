import { type ComponentProps, useEffect, useState } from 'react'
import { useLatest } from '../design/use-latest'

interface TextSettingProps
  extends Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'onBlur' | 'className'> {
  readonly value: string
  readonly save: (value: string) => void
  readonly long?: boolean
}

/** A text that is kept when one leaves it or presses Enter; Esc takes the change back. */
export function TextSetting({ value, save, long = false, ...rest }: TextSettingProps) {
  const [edited, setEdited] = useState<string | null>(null)
  const finish = () => {
    if (edited !== null && edited !== value) save(edited)
    setEdited(null)
  }
  // The view may be closed with the caret still in the field.
  const latest = useLatest(finish)
  useEffect(() => () => latest.current(), [latest])
  const shared = {
    className: 'input',
    value: edited ?? value,
    onChange: (event: { readonly target: { readonly value: string } }) =>
      setEdited(event.target.value),
    onBlur: finish,
  }
  if (long) {
    const { id, 'aria-describedby': describedBy, 'aria-invalid': invalid } = rest
    return <textarea id={id} aria-describedby={describedBy} aria-invalid={invalid} {...shared} />
  }
  return (
    <input
      {...rest}
      {...shared}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) finish()
        if (event.key === 'Escape' && edited !== null) {
          event.preventDefault()
          event.stopPropagation()
          setEdited(null)
        }
      }}
    />
  )
}
