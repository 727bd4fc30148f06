import { forgetful } from '../bridge/window-memory'

/** What was typed and not sent. It survives going elsewhere and coming back, and a new page. */
export interface Drafts {
  /** By the identifier of what it is a draft of. */
  readonly read: (id: string) => string
  readonly write: (id: string, text: string) => void
  /** Calls the listener after every change, until the returned function is called. */
  readonly subscribe: (listener: () => void) => () => void
}

/** `kind` keeps drafts of one sort apart from others in the same memory. */
export function createDrafts(memory = forgetful, kind = 'draft'): Drafts {
  const texts = new Map<string, string>()
  const listeners = new Set<() => void>()
  const nameOf = (id: string) => `${kind} ${id}`
  return {
    read: (id) => texts.get(id) ?? memory.read(nameOf(id)) ?? '',
    write(id, text) {
      texts.set(id, text)
      memory.write(nameOf(id), text)
      for (const listener of [...listeners]) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
