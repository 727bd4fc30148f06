import { type ReactNode, useState } from 'react'
import { Field } from '../design/field'
import { numberFrom } from './number-from'
import { TextSetting } from './text-setting'

interface NumberFieldProps {
  readonly label: string
  readonly note?: ReactNode
  readonly value: number
  readonly smallest: number
  readonly largest: number
  readonly save: (value: number) => void
}

/** A number that is kept when one leaves it; one outside of its limits is not. */
export function NumberField({ label, note, value, smallest, largest, save }: NumberFieldProps) {
  const [problem, setProblem] = useState<string | null>(null)

  function take(text: string) {
    const number = numberFrom(text, smallest, largest)
    setProblem(
      number === null
        ? `${text.trim() === '' ? 'An empty field' : `“${text.trim()}”`} was not kept. Write a number from ${smallest} to ${largest}.`
        : null,
    )
    if (number !== null) save(number)
  }

  return (
    <Field label={label} note={note} problem={problem}>
      {(control) => (
        <TextSetting {...control} inputMode="decimal" value={String(value)} save={take} />
      )}
    </Field>
  )
}
