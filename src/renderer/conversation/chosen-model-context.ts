import { createContext } from 'react'
import type { ModelReference } from '../../shared/providers/provider'

/** The model that the next question goes to, as the window shows it; null where it shows none. */
export const ChosenModelContext = createContext<ModelReference | null>(null)
