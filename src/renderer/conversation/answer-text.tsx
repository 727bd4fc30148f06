import { type Answer, isRunning } from '../../shared/stream/reduce-answer'
import { useAnswer } from '../bridge/client-context'
import './answer-text.css'
import { Markdown } from '../painting/markdown/markdown'
import { usePaintedText } from '../painting/use-painted-text'
import { emptyNotice, isCompleteAndEmpty } from './empty-answer'

/** The words of an answer. While it runs, this alone is drawn again, once a frame. */
export function AnswerText({ initial }: { readonly initial: Answer }) {
  const text = usePaintedText(initial)
  const running = useAnswer(initial, ({ state }) => isRunning(state))
  const seams = useAnswer(initial, (answer) => answer.seams)
  const isEmpty = useAnswer(initial, isCompleteAndEmpty)
  if (isEmpty) return <p className="answer-notice">{emptyNotice}</p>
  if (text === '' && !running) return null
  return <Markdown text={text} seams={seams} growing={running} />
}
