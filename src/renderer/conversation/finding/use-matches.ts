import { useEffect, useMemo, useState } from 'react'
import { foldedText } from '../../../shared/conversation/fold-text'
import type { PathStep } from '../../../shared/conversation/message-tree'
import { useClient } from '../../bridge/client-context'
import { useStore } from '../../bridge/use-store'
import { type MatchList, noMatches } from './match-list'
import { findingOf } from './places-in'
import { createSearchedWords, type Searched } from './searched-words'
import { inSlices } from './sliced'

/** Of one slice; a frame has 16 ms. */
const budget = 6
/** While an answer runs its words are gone through again so often, in milliseconds. */
const againAfter = 500

export interface FoundMatches {
  /** What was looked for. */
  readonly wanted: string
  readonly list: MatchList
}

/**
 * Where the messages of a path hold a text, whatever its case and accents, as they are drawn. Null
 * until the first result is there.
 */
export function useMatches(path: readonly PathStep[], wanted: string): FoundMatches | null {
  const { answers } = useClient()
  const runs = useStore(answers.running, ({ size }) => size > 0)
  const [found, setFound] = useState<FoundMatches | null>(null)
  const words = useMemo(createSearchedWords, [])
  const looked = useMemo(() => {
    return { finding: findingOf(foldedText(wanted)), counts: new WeakMap<Searched, number>() }
  }, [wanted])

  useEffect(() => {
    const { finding, counts } = looked
    if (finding === null) {
      setFound({ wanted, list: noMatches })
      return
    }
    const later = (run: () => void): (() => void) => {
      const timer = setTimeout(run, 0)
      return () => clearTimeout(timer)
    }
    let isSearching = false
    let stop = () => {}
    function search() {
      // One that takes longer than that is not begun again and again.
      if (isSearching || finding === null) return
      isSearching = true
      const entries: { messageId: string; count: number }[] = []
      let total = 0
      function* steps(): Generator<void> {
        for (const { message } of path) {
          const searched =
            message.role === 'user' ? message : (answers.read(message.id) ?? message.answer)
          const count = counts.get(searched) ?? finding?.countIn(yield* words.read(searched)) ?? 0
          counts.set(searched, count)
          if (count > 0) entries.push({ messageId: message.id, count })
          total += count
          yield
        }
      }
      const done = () => {
        isSearching = false
        setFound({ wanted, list: { entries, total } })
      }
      stop = inSlices(steps(), done, { budget, now: () => performance.now(), later })
    }
    search()
    const timer = runs ? setInterval(search, againAfter) : undefined
    return () => {
      clearInterval(timer)
      stop()
    }
  }, [path, wanted, runs, answers, words, looked])

  return found
}
