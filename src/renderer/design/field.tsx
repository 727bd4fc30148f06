import { type ReactNode, useId } from 'react'
import './field.css'

interface FieldProps {
  readonly label: string
  /** A sentence below it. */
  readonly note?: ReactNode
  /** What is wrong with what is in it. */
  readonly problem?: string | null
  /** Gets what ties the control to its label and its sentences. */
  readonly children: (control: {
    readonly id: string
    readonly 'aria-describedby': string
    readonly 'aria-invalid': boolean
  }) => ReactNode
}

export function Field({ label, note, problem = null, children }: FieldProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-describedby': `${id}-note`, 'aria-invalid': problem !== null })}
      <div id={`${id}-note`} className="field-note">
        {problem === null ? note : <p className="field-problem">{problem}</p>}
      </div>
    </div>
  )
}
