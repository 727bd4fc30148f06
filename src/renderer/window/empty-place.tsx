import { handbookProviderId, type ModelReference } from '../../shared/providers/provider'
import type { Failure } from '../../shared/stream/failure'
import { useConversations, useSurroundings } from '../bridge/client-context'
import { EmptyConversation } from '../conversation/empty-conversation'
import { modelName } from '../conversation/model-name'
import { Welcome } from '../welcome/welcome'

interface EmptyPlaceProps {
  /** Why the conversation could not be opened. */
  readonly failure: Failure | null
  readonly model: ModelReference
  readonly ask: (text: string) => void
  readonly chooseModel: (model: ModelReference) => void
  readonly openProvider: (providerId: string) => void
  readonly focusComposer: () => void
}

/** What stands in the reading column when there is nothing to read. */
export function EmptyPlace(props: EmptyPlaceProps) {
  const { failure, model, ask, chooseModel, openProvider, focusComposer } = props
  const welcomed = useSurroundings(({ settings }) => settings?.welcomed ?? true)
  const known = useConversations(({ summaries }) => summaries)
  if (failure !== null) {
    return (
      <p className="conversation-failure" role="alert">
        {failure.message}
      </p>
    )
  }
  if (known === null) return null
  if (!welcomed && known.length === 0) {
    return (
      <Welcome
        chooseModel={chooseModel}
        openProvider={openProvider}
        focusComposer={focusComposer}
      />
    )
  }
  return (
    <EmptyConversation
      modelName={modelName(model)}
      isHandbook={model.providerId === handbookProviderId}
      ask={ask}
    />
  )
}
