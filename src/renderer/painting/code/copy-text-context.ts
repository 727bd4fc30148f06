import { createContext } from 'react'

/** Puts a text on the clipboard; resolves to whether that worked. */
export const CopyTextContext = createContext<(text: string) => Promise<boolean>>(async () => false)
