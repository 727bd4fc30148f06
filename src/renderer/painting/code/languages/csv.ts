import type { LineParser } from '../line-parser'

/** The fields of a table: numbers and what is quoted. */
export const csv: LineParser = {
  token(stream) {
    if (stream.match(/^"(?:""|[^"])*"?/)) return 'string'
    if (stream.match(/^[,;\t]/)) return 'punctuation'
    if (stream.match(/^\s*[+-]?\d+(?:\.\d+)?(?=\s*(?:[,;\t]|$))/)) return 'number'
    stream.match(/^[^,;\t"]+/) ?? stream.next()
    return null
  },
}
