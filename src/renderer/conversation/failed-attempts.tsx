import { useState } from 'react'
import type { FailedAttempt } from '../../shared/stream/reduce-answer'
import { modelName } from './model-name'

interface FailedAttemptsProps {
  readonly attempts: readonly FailedAttempt[]
  /** The last one failed too, and is told elsewhere. */
  readonly areEarlier: boolean
}

/** What was tried in vain before or between; closed until the reader wants it. */
export function FailedAttempts({ attempts, areEarlier }: FailedAttemptsProps) {
  const [open, setOpen] = useState(false)
  if (attempts.length === 0) return null
  return (
    <details
      className="failed-attempts"
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        {`${attempts.length} ${areEarlier ? 'earlier ' : ''}${attempts.length === 1 ? 'attempt' : 'attempts'} failed`}
      </summary>
      {open && (
        <ol>
          {attempts.map(({ model, failure, at }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: attempts are only ever added.
            <li key={index}>
              <time dateTime={new Date(at).toISOString()}>{new Date(at).toLocaleTimeString()}</time>{' '}
              <b>{modelName(model)}</b> {failure.message}
            </li>
          ))}
        </ol>
      )}
    </details>
  )
}
