import { createClient } from './client'

/** The only place that touches what preload puts into the window. */
export const windowClient = createClient(window.rivulet)
