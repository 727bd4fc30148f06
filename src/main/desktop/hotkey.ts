/** What asks the system for a key; true when it was really given. */
export interface KeyRegistrar {
  register(accelerator: string, pressed: () => void): boolean
  unregister(accelerator: string): void
}

export interface HotkeyStatus {
  readonly accelerator: string | null
  readonly problem?: string
}

export interface Hotkey {
  /** Takes the wanted key, or the first free one of the defaults when it is null; lets the old one go. */
  use(wanted: string | null): HotkeyStatus
  status(): HotkeyStatus
  release(): void
}

const defaultHotkeys: readonly string[] = ['Alt+Space', 'Ctrl+Shift+Space']

/** Holds at most one key. What could not be had is told, never passed over in silence. */
export function createHotkey(registrar: KeyRegistrar, pressed: () => void): Hotkey {
  let status: HotkeyStatus = { accelerator: null }

  const take = (accelerator: string): boolean => {
    try {
      return registrar.register(accelerator, pressed)
    } catch {
      // Electron throws for a text that is no accelerator.
      return false
    }
  }
  const release = (): void => {
    if (status.accelerator !== null) registrar.unregister(status.accelerator)
    status = { accelerator: null }
  }

  return {
    use(wanted) {
      release()
      const candidates = wanted === null ? defaultHotkeys : [wanted, ...defaultHotkeys]
      const accelerator = candidates.find(take) ?? null
      const missed = wanted ?? defaultHotkeys[0]
      if (accelerator === null) {
        status = {
          accelerator,
          problem: `${candidates.join(' and ')} could not be had: other programs hold them. Choose another key.`,
        }
      } else if (accelerator === missed) {
        status = { accelerator }
      } else {
        status = {
          accelerator,
          problem: `${missed} is held by another program, so ${accelerator} is used.`,
        }
      }
      return status
    },
    status: () => status,
    release,
  }
}
