import { Icon } from '../design/icon'

interface ChoiceProps<Value extends string> {
  readonly id: string
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  readonly choose: (value: Value) => void
}

/** One of a few, as the platform shows it. */
export function Choice<Value extends string>({ id, value, options, choose }: ChoiceProps<Value>) {
  return (
    <span className="select-box">
      <select
        id={id}
        className="input select"
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value)
          if (chosen !== undefined) choose(chosen.value)
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon name="chevron-down" />
    </span>
  )
}
