import { css as cssMode, less as lessMode, sCSS } from '@codemirror/legacy-modes/mode/css'
import { type LineParser, startOf } from '../line-parser'
import { LineStream } from '../line-stream'

/**
 * These parsers keep the kind of their last token beside their state, and some signs are read by it:
 * a line would look different after another block. A semicolon makes them begin alike.
 */
function forgetful(mode: { readonly token: unknown }): LineParser {
  const parser = mode as unknown as LineParser
  return {
    ...parser,
    beginLine() {
      parser.token(new LineStream(';'), startOf(parser))
    },
  }
}

export const css = forgetful(cssMode)
export const scss = forgetful(sCSS)
export const less = forgetful(lessMode)
