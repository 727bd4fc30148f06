import type { QuestionMessage } from '../../../shared/conversation/conversation'
import { foldedText } from '../../../shared/conversation/fold-text'
import { type Answer, isRunning } from '../../../shared/stream/reduce-answer'
import type { Block } from '../../painting/markdown/node'
import { type ParsedMarkdown, parseMarkdown } from '../../painting/markdown/parser/parse-markdown'
import { documentWithSeams } from '../../painting/markdown/seams/document-with-seams'
import { drawnWords } from './drawn-words'

export type Searched = QuestionMessage | Answer

/** The words of messages as they are on the page, folded, each read only once. */
export interface SearchedWords {
  /** In steps of a few milliseconds at most. */
  readonly read: (message: Searched) => Generator<void, string>
}

/** UTF-16 units that are parsed in a step. */
const slice = 32_768

export function createSearchedWords(): SearchedWords {
  const known = new WeakMap<Searched, string>()
  /** Of answers that run: they go on from there, and most of their blocks stay as they are. */
  const growing = new Map<string, ParsedMarkdown>()
  const ofBlocks = new WeakMap<Block, string>()

  function* parse(text: string, id: string, runs: boolean): Generator<void, ParsedMarkdown> {
    let parsed = growing.get(id)
    for (let end = (parsed?.text.length ?? 0) + slice; end < text.length; end += slice) {
      parsed = parseMarkdown(text.slice(0, end), { growing: true, ...previously(parsed) })
      yield
    }
    parsed = parseMarkdown(text, { growing: runs, ...previously(parsed) })
    if (runs) growing.set(id, parsed)
    else growing.delete(id)
    return parsed
  }

  function* wordsOf(message: Searched): Generator<void, string> {
    if ('role' in message) return foldedText(message.text)
    const parsed = yield* parse(message.text, message.id, isRunning(message.state))
    const { blocks, footnotes } = documentWithSeams(parsed, message.seams)
    const words: string[] = []
    for (const block of [...blocks, ...footnotes.flatMap(({ children }) => children)]) {
      const own = ofBlocks.get(block) ?? foldedText(drawnWords([block]))
      ofBlocks.set(block, own)
      words.push(own)
      yield
    }
    return words.join('\n')
  }

  return {
    *read(message) {
      const words = known.get(message) ?? (yield* wordsOf(message))
      known.set(message, words)
      return words
    },
  }
}

const previously = (parsed: ParsedMarkdown | undefined) =>
  parsed === undefined ? {} : { previous: parsed }
