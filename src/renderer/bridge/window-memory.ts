/**
 * What a window still knows when its page is loaded again, and forgets when it is closed: where it was
 * and what was being written. Never a key.
 */
export interface WindowMemory {
  readonly read: (name: string) => string | null
  /** An empty value is forgotten. */
  readonly write: (name: string, value: string) => void
}

export const forgetful: WindowMemory = { read: () => null, write: () => {} }

type Place = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** Reading `place` may throw, and so may everything in it: then nothing is kept. */
export function createWindowMemory(place: () => Place): WindowMemory {
  return {
    read(name) {
      try {
        return place().getItem(name)
      } catch {
        return null
      }
    },
    write(name, value) {
      try {
        // First: where the new value does not fit, an older one would be wrong.
        place().removeItem(name)
        if (value !== '') place().setItem(name, value)
      } catch {
        // The window works as well without a memory.
      }
    },
  }
}
