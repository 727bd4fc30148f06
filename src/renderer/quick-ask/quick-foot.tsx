import { useClient, useSurroundings } from '../bridge/client-context'
import { AnswerStatus } from '../conversation/answer-status'
import { modelName } from '../conversation/model-name'
import { WaitActions } from '../conversation/wait-actions'
import { CopyButton } from '../design/copy-button'
import { shortcutLabel } from '../window/shortcut'
import type { Exchange } from './use-exchange'

interface QuickFootProps {
  readonly exchange: Exchange
  readonly keepOpen: boolean
  readonly setKeepOpen: (keepOpen: boolean) => void
  readonly copy: (text: string) => Promise<boolean>
  readonly openInRivulet: () => void
}

/** Who answers, how it goes, and what can be done with it. */
export function QuickFoot(props: QuickFootProps) {
  const { exchange, keepOpen, setKeepOpen, copy, openInRivulet } = props
  const { answers } = useClient()
  const platform = useSurroundings(({ desktop }) => desktop?.platform ?? 'linux')
  const { answer, running, model, stop } = exchange
  const text = answer === null ? '' : (answers.read(answer.id) ?? answer.answer).text
  return (
    <footer className="quick-foot">
      {answer !== null && (
        <AnswerStatus
          key={answer.id}
          initial={answer.answer}
          questionLength={exchange.asked?.length ?? 0}
        />
      )}
      {answer !== null && <WaitActions initial={answer.answer} />}
      <span className="quick-model">{modelName(model)}</span>
      <span className="quick-tools">
        {text.trim() !== '' && !running && (
          <CopyButton name="Copy" className="quick-tool" copy={() => copy(text)} />
        )}
        <button
          type="button"
          className="quick-tool"
          aria-pressed={keepOpen}
          title="Stays open when another window is used"
          onClick={() => setKeepOpen(!keepOpen)}
        >
          Keep open
        </button>
        {answer !== null && (
          <button
            type="button"
            className="quick-tool"
            aria-label="Open in Rivulet"
            onClick={openInRivulet}
          >
            Open in Rivulet <kbd>{shortcutLabel('Mod+Enter', platform)}</kbd>
          </button>
        )}
        {running && (
          <button type="button" className="quick-tool" aria-label="Stop" onClick={stop}>
            Stop <kbd>Esc</kbd>
          </button>
        )}
      </span>
    </footer>
  )
}
