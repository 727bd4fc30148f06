import type { Ref } from 'react'
import { type ModelReference, type ProviderView, sameModel } from '../../shared/providers/provider'
import { Icon } from '../design/icon'
import { modelFromValue, modelValue } from './model-value'
import { optionName } from './option-name'

interface ModelSelectProps {
  readonly ref?: Ref<HTMLSelectElement>
  readonly id?: string
  readonly name?: string
  readonly className: string
  readonly providers: readonly ProviderView[]
  /** Null where each choice is taken away again: then the placeholder is shown. */
  readonly model: ModelReference | null
  readonly placeholder?: string
  readonly choose: (model: ModelReference) => void
}

/** The platform's own list of models, by provider. */
export function ModelSelect(props: ModelSelectProps) {
  const { ref, id, name, className, providers, model, placeholder, choose } = props
  const isOffered =
    model === null ||
    providers.some(({ id: providerId, models }) =>
      models.some((modelId) => sameModel(model, { providerId, modelId })),
    )
  return (
    <span className="select-box">
      <select
        ref={ref}
        id={id}
        aria-label={name}
        className={`select ${className}`}
        value={model === null ? '' : modelValue(model)}
        onChange={(event) => choose(modelFromValue(event.target.value))}
      >
        {model === null && (
          <option value="" disabled>
            {placeholder}
          </option>
        )}
        {!isOffered && <option value={modelValue(model)}>{optionName(model, providers)}</option>}
        {providers.map((provider) => (
          <optgroup key={provider.id} label={provider.name}>
            {provider.models.map((modelId) => {
              const offered = { providerId: provider.id, modelId }
              return (
                <option key={modelId} value={modelValue(offered)}>
                  {optionName(offered, providers)}
                </option>
              )
            })}
          </optgroup>
        ))}
      </select>
      <Icon name="chevron-down" />
    </span>
  )
}
