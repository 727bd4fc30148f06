import type { Bridge } from '../../../src/shared/ipc/bridge'
import type { PushChannel, PushOf } from '../../../src/shared/ipc/contract'

type Listeners = { [Name in PushChannel]?: Set<(payload: PushOf[Name]) => void> }

/** A bridge of which only what a test has scripted works; anything else throws. */
export function fakeBridge(scripted: { readonly [Noun in keyof Bridge]?: Partial<Bridge[Noun]> }): {
  readonly bridge: Bridge
  readonly push: <Name extends PushChannel>(name: Name, payload: PushOf[Name]) => void
} {
  const listeners: Listeners = {}
  const listen: Bridge['listen'] = (name, listener) => {
    const known = listeners[name] ?? new Set()
    ;(listeners as Record<string, unknown>)[name] = known
    known.add(listener)
    return () => known.delete(listener)
  }
  const bridge = new Proxy(
    { ...scripted, listen },
    {
      get(target, noun: string) {
        const operations = (target as Record<string, unknown>)[noun]
        if (noun === 'listen') return operations
        return new Proxy((operations ?? {}) as object, {
          get(known, verb: string) {
            const operation = (known as Record<string, unknown>)[verb]
            if (operation === undefined) throw new Error(`Not scripted: ${noun}.${verb}`)
            return operation
          },
        })
      },
    },
  ) as unknown as Bridge
  return {
    bridge,
    push(name, payload) {
      for (const listener of listeners[name] ?? []) listener(payload)
    },
  }
}
