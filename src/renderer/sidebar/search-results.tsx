import { Fragment, type KeyboardEvent, useEffect, useState } from 'react'
import type { SearchHit } from '../../shared/conversation/conversation'
import { useClient } from '../bridge/client-context'
import type { SidebarActions } from './sidebar-actions'

interface SearchResultsProps {
  readonly text: string
  readonly open: SidebarActions['open']
}

const debounceMs = 80

type Outcome =
  | { readonly text: string; readonly hits: readonly SearchHit[] }
  | { readonly problem: string }
  /** Nothing has come back yet. */
  | null

export function SearchResults({ text, open }: SearchResultsProps) {
  const outcome = useSearch(text)
  if (outcome === null) return null
  if ('problem' in outcome) return <p className="sidebar-empty">{outcome.problem}</p>
  if (outcome.hits.length === 0) {
    return (
      <p className="sidebar-empty">Nothing found. All words must occur in a message or title.</p>
    )
  }
  return (
    <ul className="search-results" aria-label="Search results" data-searched={outcome.text}>
      {outcome.hits.map((hit) => (
        <li key={`${hit.conversationId} ${hit.messageId}`}>
          <button
            type="button"
            className="search-hit"
            onClick={() => open(hit.conversationId, hit)}
            onKeyDown={moveFocus}
          >
            <span className="search-hit-title" dir="auto">
              {hit.title}
            </span>
            <span className="search-hit-excerpt" dir="auto">
              {hit.excerpt.map((part, index) =>
                part.found ? (
                  // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other identity.
                  <mark key={index}>{part.text}</mark>
                ) : (
                  // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other identity.
                  <Fragment key={index}>{part.text}</Fragment>
                ),
              )}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}

function useSearch(text: string): Outcome {
  const { bridge } = useClient()
  const [outcome, setOutcome] = useState<Outcome>(null)
  useEffect(() => {
    let current = true
    const timer = setTimeout(async () => {
      const result = await bridge.conversations.search({ text: text.slice(0, 1000) })
      if (!current) return
      setOutcome(result.ok ? { text, hits: result.value } : { problem: result.failure.message })
    }, debounceMs)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [bridge, text])
  return outcome
}

/** Up from the first one leads back to the search box. */
function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined) return
  const stops = [
    ...(event.currentTarget
      .closest('.sidebar')
      ?.querySelectorAll<HTMLElement>('input[type="search"], .search-hit') ?? []),
  ]
  event.preventDefault()
  stops[stops.indexOf(event.currentTarget) + step]?.focus()
}
