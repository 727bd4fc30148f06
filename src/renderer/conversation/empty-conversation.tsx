import { DropMark } from '../design/drop-mark'
import './empty-conversation.css'
import { exampleQuestions } from './example-questions'

interface EmptyConversationProps {
  readonly modelName: string
  readonly isHandbook: boolean
  readonly ask: (text: string) => void
}

/** What stands in a conversation before its first question. */
export function EmptyConversation({ modelName, isHandbook, ask }: EmptyConversationProps) {
  return (
    <div className="empty-conversation">
      <DropMark size={32} />
      <h2>{isHandbook ? 'Ask the Handbook about Rivulet' : `Ask ${modelName} anything`}</h2>
      <p>
        {isHandbook
          ? 'It searches the manual that comes with Rivulet. It needs no key and no network, and it is not a language model.'
          : 'Your question goes to the provider of this model. What comes back is kept on this computer.'}
      </p>
      {isHandbook && (
        <ul>
          {exampleQuestions.map((question) => (
            <li key={question}>
              <button type="button" className="example" onClick={() => ask(question)}>
                {question}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
