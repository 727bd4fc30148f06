import { useId, useLayoutEffect, useRef, useState } from 'react'
import type { ModelReference, ProviderView } from '../../shared/providers/provider'
import { settingNames } from '../../shared/settings/setting-names'
import { ModelSelect } from '../banner/model-select'
import { modelValue } from '../banner/model-value'
import { modelName } from '../conversation/model-name'
import { IconButton } from '../design/button'
import './fallback-field.css'
import { moved, withModel } from './fallback-order'

interface FallbackFieldProps {
  readonly models: readonly ModelReference[]
  readonly providers: readonly ProviderView[]
  readonly save: (models: readonly ModelReference[]) => void
}

/** As many as are kept. */
const most = 10

/** The models that are asked when the chosen one cannot answer, in their order. */
export function FallbackField({ models, providers, save }: FallbackFieldProps) {
  const id = useId()
  const list = useRef<HTMLOListElement>(null)
  const wanted = useRef<{ readonly model: string; readonly button: string } | null>(null)
  const [said, setSaid] = useState('')

  // An entry that moves takes the focus along, though the page puts it elsewhere.
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each change of the order.
  useLayoutEffect(() => {
    const target = wanted.current
    wanted.current = null
    if (target === null) return
    const entry = [...(list.current?.children ?? [])].find(
      (each) => each instanceof HTMLElement && each.dataset['model'] === target.model,
    )
    const buttons = [...(entry?.querySelectorAll('button:enabled') ?? [])]
    const same = buttons.find((each) => each.getAttribute('data-button') === target.button)
    const next = same ?? buttons[0] ?? document.getElementById(id)
    if (next instanceof HTMLElement) next.focus()
  }, [models])

  function move(index: number, by: -1 | 1) {
    const model = models[index]
    if (model === undefined) return
    wanted.current = { model: modelValue(model), button: by < 0 ? 'up' : 'down' }
    setSaid(`${modelName(model)} is now ${index + by + 1} of ${models.length}`)
    save(moved(models, index, by))
  }

  function remove(index: number) {
    const model = models[index]
    if (model === undefined) return
    const next = models[index + 1] ?? models[index - 1]
    wanted.current = { model: next === undefined ? '' : modelValue(next), button: 'remove' }
    setSaid(`${modelName(model)} removed`)
    save(models.toSpliced(index, 1))
  }

  return (
    <div className="field">
      <label htmlFor={id}>{settingNames.fallbackModels}</label>
      {models.length > 0 && (
        <ol ref={list} className="fallback-models" aria-label="Fallback order">
          {models.map((model, index) => {
            const name = modelName(model)
            return (
              <li key={modelValue(model)} data-model={modelValue(model)}>
                <span>{name}</span>
                <small>{providers.find((each) => each.id === model.providerId)?.name}</small>
                <IconButton
                  icon="arrow-up"
                  name={`Move ${name} up`}
                  size="small"
                  data-button="up"
                  disabled={index === 0}
                  onClick={() => move(index, -1)}
                />
                <IconButton
                  icon="arrow-down"
                  name={`Move ${name} down`}
                  size="small"
                  data-button="down"
                  disabled={index === models.length - 1}
                  onClick={() => move(index, 1)}
                />
                <IconButton
                  icon="close"
                  name={`Remove ${name}`}
                  size="small"
                  data-button="remove"
                  onClick={() => remove(index)}
                />
              </li>
            )
          })}
        </ol>
      )}
      {models.length < most && (
        <ModelSelect
          id={id}
          className="input"
          providers={providers}
          model={null}
          placeholder="Add a model"
          choose={(model) => save(withModel(models, model))}
        />
      )}
      <div className="field-note">
        Asked in this order when the chosen model cannot answer and nothing of its answer has come.
        The conversation goes to their providers then.
      </div>
      <span className="visually-hidden" role="status">
        {said}
      </span>
    </div>
  )
}
