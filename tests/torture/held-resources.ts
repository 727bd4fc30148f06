import { getEventListeners } from 'node:events'

/** What a process holds, beside memory. */
export interface HeldResources {
  readonly sockets: number
  readonly timers: number
  readonly listeners: number
}

export interface ResourceWatch {
  /** What is held now. Collects the garbage first: a listener on what nobody holds is none. */
  count(): Promise<HeldResources>
}

/** Counts from now on; listeners on what was there before are left out. Needs `node --expose-gc`. */
export function watchResources(): ResourceWatch {
  const targets = watchEventTargets()
  return {
    async count() {
      await collectGarbage()
      const active = process.getActiveResourcesInfo()
      return {
        sockets: active.filter((name) => /^(TCP|TLS)/.test(name)).length,
        timers: active.filter((name) => name === 'Timeout').length,
        listeners: targets() + listenersOf(process),
      }
    },
  }
}

/** A finalizer runs in a turn of its own, and what it lets go is collected the next time. */
export async function collectGarbage(): Promise<void> {
  if (globalThis.gc === undefined) throw new Error('Run with --expose-gc')
  for (let round = 0; round < 4; round += 1) {
    globalThis.gc()
    await new Promise((resolve) => setImmediate(resolve))
  }
}

function listenersOf(emitter: NodeJS.EventEmitter): number {
  return emitter.eventNames().reduce((sum, name) => sum + emitter.listenerCount(name), 0)
}

/** @returns how many listeners hang on abort signals and other targets that are still held */
function watchEventTargets(): () => number {
  const seen = new WeakSet<EventTarget>()
  let held: WeakRef<EventTarget>[] = []
  const add = EventTarget.prototype.addEventListener
  EventTarget.prototype.addEventListener = function (this: EventTarget, ...parameters) {
    if (!seen.has(this)) {
      seen.add(this)
      held.push(new WeakRef(this))
    }
    return add.apply(this, parameters)
  }
  return () => {
    held = held.filter((reference) => reference.deref() !== undefined)
    return held
      .map((reference) => reference.deref())
      .filter((target) => target instanceof AbortSignal)
      .reduce((sum, target) => sum + getEventListeners(target, 'abort').length, 0)
  }
}
