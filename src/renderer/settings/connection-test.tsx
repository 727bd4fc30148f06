import { useRef, useState } from 'react'
import { useClient } from '../bridge/client-context'
import { Button } from '../design/button'
import { focusNext } from '../design/focus-next'

interface ConnectionTestProps {
  readonly providerId: string
  /** Null when its models cannot be changed. */
  readonly use: ((models: string[]) => void) | null
  /** Without any, what is found is used at once. */
  readonly hasModels: boolean
}

type Outcome =
  | { readonly kind: 'asking' }
  | { readonly kind: 'found'; readonly models: readonly string[]; readonly offered: boolean }
  | { readonly kind: 'failed'; readonly message: string }

const shownNames = 6

/** Asks the server for its models, which proves address and key. */
export function ConnectionTest({ providerId, use, hasModels }: ConnectionTestProps) {
  const { bridge } = useClient()
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const isAsking = outcome?.kind === 'asking'
  const buttons = useRef<HTMLDivElement>(null)

  async function test() {
    if (isAsking) return
    setOutcome({ kind: 'asking' })
    const result = await bridge.providers.test({ providerId })
    if (result.ok && result.value.length > 0 && !hasModels) use?.([...result.value])
    setOutcome(
      result.ok
        ? { kind: 'found', models: result.value, offered: hasModels && result.value.length > 0 }
        : { kind: 'failed', message: result.failure.message },
    )
  }

  return (
    <div className="connection-test">
      <div ref={buttons} className="field-row">
        {/* A button that is disabled loses the focus. */}
        <Button aria-disabled={isAsking} onClick={() => void test()}>
          Test connection
        </Button>
        {outcome?.kind === 'found' && outcome.offered && use !== null && (
          <Button
            onClick={() => {
              use([...outcome.models])
              setOutcome(null)
              focusNext(() => [buttons.current?.firstElementChild])
            }}
          >
            Use these models
          </Button>
        )}
      </div>
      <div className="field-note" role="status" aria-label="Connection">
        {isAsking && 'Asking…'}
        {outcome?.kind === 'found' && found(outcome.models, use === null)}
        {outcome?.kind === 'failed' && <p className="field-problem">{outcome.message}</p>}
      </div>
    </div>
  )
}

function found(models: readonly string[], isFixed: boolean): string {
  if (models.length === 0) {
    const otherwise = isFixed
      ? 'set OPENAI_MODEL and start Rivulet again.'
      : 'write its name under Models.'
    return `It answers, but offers no models. Load one there, or ${otherwise}`
  }
  const names = models.slice(0, shownNames).join(', ')
  const more = models.length > shownNames ? ` and ${models.length - shownNames} more` : ''
  return `It works. ${models.length === 1 ? '1 model' : `${models.length} models`} found: ${names}${more}`
}
