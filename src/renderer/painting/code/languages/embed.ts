import type { LineParser } from '../line-parser'
import type { LineStream } from '../line-stream'

/** Reads a token of another language that ends, in this line, at a position. */
export function readEmbedded(
  parser: LineParser,
  state: object,
  stream: LineStream,
  end: number,
): string | null {
  const line = stream.string
  stream.string = line.slice(0, end)
  try {
    return parser.token(stream, state) ?? null
  } finally {
    stream.string = line
  }
}
