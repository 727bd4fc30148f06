import { useState } from 'react'
import {
  environmentProviderId,
  handbookModel,
  type ModelReference,
} from '../../shared/providers/provider'
import { useClient, useSurroundings } from '../bridge/client-context'
import { DropMark } from '../design/drop-mark'
import { LocalModels } from './local-models'
import './welcome.css'
import { WelcomeChoice } from './welcome-choice'

interface WelcomeProps {
  readonly chooseModel: (model: ModelReference) => void
  readonly openProvider: (providerId: string) => void
  readonly focusComposer: () => void
}

/** The first thing a new user sees: three ways to a first answer. */
export function Welcome({ chooseModel, openProvider, focusComposer }: WelcomeProps) {
  const { surroundings } = useClient()
  const [lookingForLocal, setLookingForLocal] = useState(false)
  const firstWithKey = useSurroundings(
    ({ providers }) => providers?.find(({ kind }) => kind === 'openai-compatible')?.id ?? '',
  )
  const environment = useSurroundings(({ providers }) =>
    providers?.find(({ id }) => id === environmentProviderId),
  )

  function use(model: ModelReference) {
    chooseModel(model)
    focusComposer()
  }

  function useAlways(model: ModelReference) {
    void surroundings.update({ defaultModel: model })
    use(model)
  }

  return (
    <section className="welcome" aria-label="Welcome">
      <DropMark size={40} />
      <h2>Welcome to Rivulet</h2>
      <p>
        An assistant that keeps every word, your key and your history on this computer. Who should
        answer?
      </p>
      <div className="welcome-choices">
        {environment !== undefined && environment.models.length > 0 && (
          <p className="welcome-note">
            <code>OPENAI_API_KEY</code> or <code>OPENAI_BASE_URL</code> is set: the provider “
            {environment.name}” is ready in the list of models.
          </p>
        )}
        <WelcomeChoice
          icon="key"
          name="Enter an API key"
          note="For OpenAI, OpenRouter and other servers. The key goes to your system’s keychain."
          choose={() => {
            // Settings give the focus back, and with a key in them this button is gone.
            focusComposer()
            openProvider(firstWithKey)
          }}
        />
        <WelcomeChoice
          icon="computer"
          name="Use a model on this computer"
          note="Looks for Ollama, LM Studio, llama.cpp and vLLM on their usual ports."
          choose={() => setLookingForLocal(true)}
        />
        {lookingForLocal && <LocalModels use={useAlways} openProvider={openProvider} />}
        <WelcomeChoice
          icon="book"
          name="Try the Handbook"
          note="Answers from the manual. Needs no key and no network, and is no language model."
          choose={() => use(handbookModel)}
        />
      </div>
    </section>
  )
}
