import { createClient } from './client'
import { createWindowMemory } from './window-memory'

/** The only place that touches what preload puts into the window. */
export const windowClient = createClient(
  window.rivulet,
  createWindowMemory(() => window.sessionStorage),
)
