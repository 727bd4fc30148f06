import { useEffect, useMemo, useState } from 'react'
import { foldedText } from '../../../shared/conversation/fold-text'
import type { PathStep } from '../../../shared/conversation/message-tree'
import { useClient } from '../../bridge/client-context'
import { useStore } from '../../bridge/use-store'
import { sourceOf } from '../copied-text'
import { countIn, type MatchList, noMatches } from './match-list'
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
 * Where the messages of a path hold a text, whatever its case and accents. It goes over the messages as
 * they were written: what is only Markdown's syntax, the address of a link for example, is found too,
 * although there is nothing on the page to mark. Null until the first result is there.
 */
export function useMatches(path: readonly PathStep[], wanted: string): FoundMatches | null {
  const { answers } = useClient()
  const runs = useStore(answers.running, ({ size }) => size > 0)
  const [found, setFound] = useState<FoundMatches | null>(null)
  const folded = useMemo(() => new Map<string, { source: string; text: string }>(), [])

  useEffect(() => {
    const needle = foldedText(wanted)
    if (needle === '') {
      setFound({ wanted, list: noMatches })
      return
    }
    const fold = (id: string, source: string): string => {
      const known = folded.get(id)
      if (known?.source === source) return known.text
      const text = foldedText(source)
      folded.set(id, { source, text })
      return text
    }
    const later = (run: () => void): (() => void) => {
      const timer = setTimeout(run, 0)
      return () => clearTimeout(timer)
    }
    let stop = () => {}
    function search() {
      stop()
      const entries: { messageId: string; count: number }[] = []
      let total = 0
      function* steps() {
        for (const step of path) {
          const { id } = step.message
          const count = countIn(fold(id, sourceOf(step, answers.read)), needle)
          if (count > 0) entries.push({ messageId: id, count })
          total += count
          yield
        }
      }
      const done = () => setFound({ wanted, list: { entries, total } })
      stop = inSlices(steps(), done, { budget, now: () => performance.now(), later })
    }
    search()
    const timer = runs ? setInterval(search, againAfter) : undefined
    return () => {
      clearInterval(timer)
      stop()
    }
  }, [path, wanted, runs, answers, folded])

  return found
}
