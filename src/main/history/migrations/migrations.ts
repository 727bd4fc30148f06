import { conversations } from './0001-conversations'
import { resumption } from './0002-resumption'
import type { Migration } from './migration'

/** All steps in their order. A step that has been released is never changed; a new one is added. */
export const migrations: readonly Migration[] = [conversations, resumption]
