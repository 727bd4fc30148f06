import chinese from './documents/chinese.md?raw'
import database from './documents/database.md?raw'
import german from './documents/german.md?raw'
import letter from './documents/letter.md?raw'
import rateLimiter from './documents/rate-limiter.md?raw'
import recipe from './documents/recipe.md?raw'

/** Answers as models give them: code, lists, tables, quotes, other scripts, emoji, both line ends. */
export const documents: readonly string[] = [
  rateLimiter,
  recipe,
  chinese,
  german,
  database,
  letter,
  recipe.replaceAll('\n', '\r\n'),
]
