import { useId } from 'react'
import { Icon, type IconName } from '../design/icon'

interface WelcomeChoiceProps {
  readonly icon: IconName
  readonly name: string
  readonly note: string
  readonly choose: () => void
}

export function WelcomeChoice({ icon, name, note, choose }: WelcomeChoiceProps) {
  const id = useId()
  return (
    <button
      type="button"
      className="welcome-choice"
      aria-label={name}
      aria-describedby={id}
      onClick={choose}
    >
      <Icon name={icon} />
      <span>
        <b>{name}</b>
        <span id={id}>{note}</span>
      </span>
      <Icon name="chevron-right" />
    </button>
  )
}
