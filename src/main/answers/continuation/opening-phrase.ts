export interface OpeningPhrase {
  /** Where the continuation begins after the phrase and the break that belongs to it. */
  readonly end: number
  /** The words could belong to an answer: only a repetition after them proves that they do not. */
  readonly doubtful: boolean
}

/** Agreement before the point: "Sure!", "Of course,", "Natürlich,". */
const agreement =
  "(?:(?:sure(?: thing)?|certainly|of course|absolutely|okay|ok|got it|no problem|understood|right|sorry(?: about that)?|(?:my |i (?:sincerely )?)?apolog(?:ies|ise|ize)[^\\n,.!:]{0,40}|natürlich|klar|gerne?|sicher|verstanden|bien sûr|d’accord|d'accord|certainement|claro(?: que sí)?|por supuesto|com certeza|certo|certamente|конечно|хорошо|好的|当然|没问题|もちろんです|はい|承知しました|네|물론입니다|알겠습니다)[,.!:;—–，。！、:： -]*\\s*)"

/** Words that speak of the continuation itself, in some languages. */
const aboutIt =
  "(?:(?:here(?:['’]s| is| are)|this is|below is)\\s+(?:the\\s+|my\\s+)?(?:continuation|continued|rest\\b|remainder|remaining (?:part|text|answer|code))|(?:let me|i(?:['’]ll| will)|let['’]s|to)?\\s*(?:continu(?:e|ing)|pick(?:ing)?(?: it)? up|resum(?:e|ing)|carry(?:ing)? on|going on|go on)\\b[^\\n:.…]{0,30}\\b(?:left off|stopped|was (?:cut off|interrupted)|my (?:previous|last) (?:answer|response|message)|the (?:previous )?(?:answer|response|text|code|list|table))|(?:hier (?:ist|kommt|folgt) )?(?:die |der )?(?:Fortsetzung|Rest der Antwort)|(?:ich )?(?:mache|fahre|setze)[^\\n:.]{0,40}(?:fort|weiter)|voici la suite|je (?:continue|reprends)[^\\n:.]{0,40}|aquí (?:está|tienes|sigue) la continuación|continúo[^\\n:.]{0,40}|continuando (?:de onde|desde|da dove)[^\\n:.]{0,30}|aqui está a continuação|ecco (?:il seguito|la continuazione)|вот продолжение|продолжаю[^\\n:.]{0,40}|продолжение|(?:以下是|下面是|这是|接下来是)?(?:续写|后续|剩余|接续)(?:的)?(?:内容|部分|回答)?|(?:我(?:来|将|会)?)?(?:从|接着)[^\\n：:。]{0,16}(?:继续|中断|断开|往下)[^\\n：:。]{0,8}|以下は?(?:その)?続き(?:です)?|続き(?:です|から(?:続けます)?)?|이어서 (?:계속)?[^\\n:.]{0,16}|계속(?:하겠습니다|합니다))"

/** What a phrase ends with, and the break that goes with it. */
const closing = '[^\\n:：.…。!]{0,40}(?:[:：]|\\.{3}|…|[.。!](?=\\s)|(?=\\n))'

const whole = new RegExp(`^\\s*[*_"“]{0,3}${agreement}?${aboutIt}${closing}[*_]{0,3}`, 'iu')
const bracket =
  /^\s*[*_]{0,3}[([（【](?:continued|continuing|continuation|cont(?:['’]?d|\.)?|fortsetzung|suite|continuación|continuação|продолжение|续|接上文|続き|계속)[^\n)\]）】]{0,40}[)\]）】][*_]{0,3}[:：]?/iu
const dots = /^\s*(?:…|\.{3}(?!\.))/u
const merelyAgreement = new RegExp(`^\\s*${agreement}`, 'iu')
const quote = /^\s*(?:["“„«「]|>\s)/u

/** How far into the text a phrase may reach, its closing included. */
const longestPhrase = 200

/** Finds what a model says before it does what it was asked for. Null: nothing of the kind. */
export function findOpeningPhrase(
  tail: string,
  said: string,
  inCode: () => boolean,
): OpeningPhrase | null {
  const start = said.slice(0, longestPhrase)
  const certain = (whole.exec(start) ?? bracket.exec(start))?.[0]
  if (certain !== undefined) return { end: afterBreak(said, certain.length), doubtful: false }
  const ellipsis = dots.exec(start)?.[0]
  if (ellipsis !== undefined) {
    return {
      end: ellipsis.length,
      doubtful: !ellipsis.endsWith('…') && (/[.([{`]$/u.test(tail) || inCode()),
    }
  }
  const doubtful = (merelyAgreement.exec(start) ?? quote.exec(start))?.[0]
  if (doubtful === undefined || doubtful === '') return null
  return { end: doubtful.length, doubtful: true }
}

function afterBreak(said: string, end: number): number {
  const separator = /^(?:[ \t]*\n(?:[ \t]*\n)?| )/u.exec(said.slice(end))?.[0] ?? ''
  return end + separator.length
}

const beginnings = [
  ...['sure', 'certainly', 'of course', 'absolutely', 'okay', 'ok', 'got it', 'no problem'],
  ...['understood', 'right', 'sorry', 'my apolog', 'apolog', 'here', 'this is the', 'below is'],
  ...[
    'let me',
    "i'll",
    'i’ll',
    'i apolog',
    'i will',
    "let's",
    'let’s',
    'continu',
    'pick',
    'resum',
    'carry',
  ],
  ...['going on', 'go on', 'to continue', 'to pick', '(', '[', '（', '【', '*', '_', 'natürlich'],
  ...['klar', 'gern', 'sicher', 'verstanden', 'hier ', 'ich ', 'die fortsetzung', 'fortsetzung'],
  ...['bien sûr', 'd’accord', "d'accord", 'certain', 'voici', 'je ', 'claro', 'por supuesto'],
  ...['aquí', 'com certeza', 'aqui', 'cert', 'ecco', 'конечно', 'хорошо', 'вот', 'продолж', '好的'],
  ...[
    '当然',
    '没问题',
    '以下',
    '下面',
    '这是',
    '接',
    '续',
    '后续',
    '剩余',
    '我',
    '从',
    'もちろん',
    'はい',
  ],
  ...['承知', '続き', '네', '물론', '알겠', '이어서', '계속'],
]

/** Whether more text could still turn `said` into an opening phrase. */
export function mayBecomePhrase(said: string): boolean {
  const start = said.trimStart().toLowerCase()
  if (said.length >= longestPhrase || /\n/u.test(start)) return false
  return beginnings.some((beginning) =>
    start.length < beginning.length ? beginning.startsWith(start) : start.startsWith(beginning),
  )
}
