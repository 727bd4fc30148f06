import { pathologicalInputs } from '../../fixtures/pathological'
import { lastWords, modelAnswer } from '../answers'
import { longTexts } from '../long-texts'
import type { TextSource } from '../painting-job'

/** The text that a job names. It ends with `lastWords`, in a paragraph of their own. */
export function textOf(source: TextSource): string {
  switch (source.kind) {
    case 'prose':
    case 'mixed':
      return modelAnswer(source.kind, source.length)
    case 'long-text':
      return `${made(longTexts, source.name)}\n\n${lastWords}`
    case 'pathological':
      return `${made(pathologicalInputs, source.name)}\n\n${lastWords}`
  }
}

function made(inputs: Readonly<Record<string, () => string>>, name: string): string {
  const make = inputs[name]
  if (make === undefined) throw new Error(`There is no text called ${name}`)
  return make()
}
