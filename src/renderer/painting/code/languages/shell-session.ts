import { shell } from '@codemirror/legacy-modes/mode/shell'
import { copyOf, type LineParser, startOf } from '../line-parser'
import type { LineStream } from '../line-stream'

interface SessionState {
  place: 'prompt' | 'command' | 'output'
  command: object
}

const commandParser = shell as unknown as LineParser
const prompt =
  /^(?:\([\w.-]+\)\s+)?(?:[\w.-]+@[\w.-]+[^$#%>]*|~|[\w./~-]*\/[\w.-]*)?[$%❯](?=\s)|^#(?=\s)|^>(?=\s)|^PS [^>]*>/

/** What a terminal shows: a command behind a prompt, and what it answered. */
export const shellSession: LineParser<SessionState> = {
  startState: () => ({ place: 'prompt', command: startOf(commandParser) }),
  copyState: (state) => ({ ...state, command: copyOf(commandParser, state.command) }),
  token(stream, state) {
    if (stream.sol()) return readStart(stream, state)
    if (state.place === 'command') return commandParser.token(stream, state.command) ?? null
    stream.skipToEnd()
    return null
  },
}

function readStart(stream: LineStream, state: SessionState): string | null {
  const hasPrompt = stream.match(prompt) !== null
  state.place = hasPrompt ? 'command' : 'output'
  state.command = startOf(commandParser)
  if (!hasPrompt) stream.skipToEnd()
  return hasPrompt ? 'meta' : null
}
