import { type ModelReference, sameModel } from '../../shared/providers/provider'

/** The same models, that one moved by so many places; it stops at the ends. */
export function moved(
  models: readonly ModelReference[],
  index: number,
  by: number,
): readonly ModelReference[] {
  const model = models[index]
  if (model === undefined) return models
  return models.toSpliced(index, 1).toSpliced(Math.max(0, index + by), 0, model)
}

/** Each model stands in the order once. */
export function withModel(
  models: readonly ModelReference[],
  model: ModelReference,
): readonly ModelReference[] {
  return models.some((each) => sameModel(each, model)) ? models : [...models, model]
}
