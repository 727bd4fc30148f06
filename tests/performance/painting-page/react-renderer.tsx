import { type ComponentType, useState } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import type { MountedRenderer } from './renderer'

export interface Shown {
  readonly text: string
  readonly growing: boolean
}

/** Mounts a component as a window mounts its own: one root, its text a state. */
export function mountReact(place: HTMLElement, View: ComponentType<Shown>): MountedRenderer {
  let set: (shown: Shown) => void = () => {}
  function Host() {
    const [shown, setShown] = useState<Shown>({ text: '', growing: true })
    set = setShown
    return <View text={shown.text} growing={shown.growing} />
  }
  const root = createRoot(place)
  flushSync(() => root.render(<Host />))
  return {
    update: (text) => set({ text, growing: true }),
    sync: (text) => flushSync(() => set({ text, growing: true })),
    end: (text) => set({ text, growing: false }),
  }
}
