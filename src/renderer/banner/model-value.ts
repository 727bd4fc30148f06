import type { ModelReference } from '../../shared/providers/provider'

/** A model as the value of an option. Identifiers of providers hold no slash, those of models may. */
export function modelValue({ providerId, modelId }: ModelReference): string {
  return `${providerId}/${modelId}`
}

export function modelFromValue(value: string): ModelReference {
  const slash = value.indexOf('/')
  return { providerId: value.slice(0, slash), modelId: value.slice(slash + 1) }
}
