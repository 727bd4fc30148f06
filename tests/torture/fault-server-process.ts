import { type Reply, startModelServer } from '../fakes/model-server/model-server'
import { readChatQuestion } from './chat-question'
import { faults, recovery } from './faults'
import { wordPieces } from './word-text'

/**
 * The model server of `leak` as a process of its own, so that its sockets and its memory are not
 * counted. It tells its address when it listens, and how many connections are open when it is asked.
 */
export type ToldByServer =
  | { readonly type: 'listening'; readonly baseUrl: string }
  | { readonly type: 'connections'; readonly open: number }

const pieces = wordPieces(400)
const whole = pieces.join('')
const seen = new Set<string>()

const server = await startModelServer()
server.always(({ json }): Reply => {
  const { text, partial } = readChatQuestion(json, (content) => content.includes(': '))
  const fault = faults[text.slice(text.indexOf(': ') + 2)]
  const isFirst = !seen.has(text)
  seen.add(text)
  return isFirst && fault !== undefined
    ? fault.reply(pieces)
    : recovery(whole.slice(partial.length))
})

const tell = (message: ToldByServer): void => void process.send?.(message)
process.on('message', () => tell({ type: 'connections', open: server.openConnections }))
process.on('disconnect', () => process.exit(0))
tell({ type: 'listening', baseUrl: server.baseUrl })
