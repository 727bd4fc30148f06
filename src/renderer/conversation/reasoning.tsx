import { useState } from 'react'
import type { Answer } from '../../shared/stream/reduce-answer'
import { useAnswer } from '../bridge/client-context'

/** What the model thought before it answered; closed until the reader wants it. */
export function Reasoning({ initial }: { readonly initial: Answer }) {
  const present = useAnswer(initial, ({ reasoning }) => reasoning !== '')
  const [open, setOpen] = useState(false)
  if (!present) return null
  return (
    <details
      className="reasoning"
      aria-label="Reasoning"
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>Reasoning</summary>
      {open && <ReasoningText initial={initial} />}
    </details>
  )
}

function ReasoningText({ initial }: { readonly initial: Answer }) {
  return <div>{useAnswer(initial, ({ reasoning }) => reasoning)}</div>
}
