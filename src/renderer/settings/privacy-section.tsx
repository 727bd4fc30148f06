import { useState } from 'react'
import { useClient, useSurroundings } from '../bridge/client-context'
import { Button } from '../design/button'

export function PrivacySection() {
  const { bridge } = useClient()
  const desktop = useSurroundings((all) => all.desktop)
  const [problem, setProblem] = useState<string | null>(null)
  if (desktop === null) return null

  async function openFolder() {
    const result = await bridge.desktop.openDataFolder({})
    setProblem(result.ok ? null : result.failure.message)
  }

  return (
    <>
      <h3>Privacy</h3>
      <h4>Where your data lies</h4>
      <p className="data-folder">
        <code>{desktop.dataFolder}</code>
      </p>
      <div className="field-row">
        <Button icon="folder" onClick={() => void openFolder()}>
          Open folder
        </Button>
      </div>
      {problem !== null && <p className="field-problem">{problem}</p>}
      <ul className="settings-facts">
        <li>
          Conversations and settings lie in that folder as they are. They are not encrypted: whoever
          can read your files can read them.
        </li>
        <li>
          API keys are not there. They lie in your system’s keychain, or only in memory when there
          is no keychain.
        </li>
        <li>
          What you ask, and the conversation before it, goes to the provider you chose and, if you
          have set fallback models, to theirs; to nobody else. The Handbook sends nothing.
        </li>
        <li>
          Images and links in answers are never loaded. A link opens only after you confirm it.
        </li>
        <li>Rivulet has no telemetry and no account.</li>
      </ul>
      <p className="settings-version">Rivulet {desktop.version}</p>
    </>
  )
}
