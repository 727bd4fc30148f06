import { useState } from 'react'
import { useSurroundings } from '../bridge/client-context'
import { IconButton } from '../design/button'
import './notices.css'

const none: readonly string[] = []

/** What went wrong at the start, such as a damaged file; each until it is dismissed. */
export function Notices() {
  const notices = useSurroundings(({ desktop }) => desktop?.notices ?? none)
  const [dismissed, setDismissed] = useState(none)
  return (
    <div className="notices">
      {notices
        .filter((notice) => !dismissed.includes(notice))
        .map((notice) => (
          <div key={notice} className="notice" role="status">
            <span>{notice}</span>
            <IconButton
              icon="close"
              name="Dismiss"
              size="small"
              onClick={() => setDismissed([...dismissed, notice])}
            />
          </div>
        ))}
    </div>
  )
}
