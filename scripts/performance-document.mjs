import { readFile, writeFile } from 'node:fs/promises'
import { inProject } from './project.mjs'

/**
 * Writes the figures of the last `npm run bench` into docs/performance.md, between its marks:
 * `node scripts/performance-document.mjs`. A bench that has not been run leaves its part as it is.
 */

/** @typedef {import('./suites/figure-table.mjs').Figure} Figure */
/** @typedef {{ readonly runtime: string, readonly figures: readonly Figure[] }} Report */

const renderers = [
  ['floor', 'plain text, appended a line at a time (floor)'],
  ['Rivulet', '**Rivulet**'],
  ['streaming-markdown', '`streaming-markdown` (no highlighting, no formulas)'],
  ['Streamdown with code', 'Streamdown with its code plugin'],
  ['react-markdown with highlighting', '`react-markdown`, `remark-gfm`, `rehype-highlight`'],
]

const file = inProject('docs', 'performance.md')
let text = await readFile(file, 'utf8')
for (const name of ['paint', 'long-conversation', 'typing', 'stream']) {
  /** @type {Report | null} */
  const report = await readFile(inProject('out', 'bench', `${name}.json`), 'utf8').then(
    JSON.parse,
    () => null,
  )
  if (report === null) continue
  const { runtime, figures } = report
  replacePart(`${name} limits`, `${limitTable(figures)}\n\n${runtime}`)
  if (name !== 'paint') continue
  replacePart('real time', rendererTable(figures, realTimeColumns))
  replacePart('lockstep', rendererTable(figures, lockstepColumns))
}
await writeFile(file, text)

/** @param {string} name @param {string} content */
function replacePart(name, content) {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`]
  const from = text.indexOf(begin)
  const to = text.indexOf(end)
  if (from < 0 || to < from) throw new Error(`docs/performance.md has no part "${name}"`)
  text = `${text.slice(0, from + begin.length)}\n\n${content}\n\n${text.slice(to)}`
}

/** @param {readonly Figure[]} figures those with a limit */
function limitTable(figures) {
  const rows = figures
    .filter(({ limit }) => limit !== 'none')
    .map(({ id, value, unit, limit, holds }) => [
      id,
      `${rounded(value)} ${unit}`.trim(),
      `${limit} ${unit}`.trim(),
      holds ? 'yes' : 'no',
    ])
  return table(['figure', 'measured', 'limit', 'holds'], rows)
}

/** @typedef {(name: string) => readonly [title: string, id: string]} Column */

/** @returns {readonly Column[]} */
function realTimeColumns() {
  const id = (/** @type {string} */ name, /** @type {string} */ what) =>
    `real time, 30 KB, ${name}: ${what}`
  return [
    (name) => ['main thread, ms', id(name, 'main-thread time')],
    (name) => ['÷ floor', id(name, '÷ floor')],
    (name) => ['dropped frames, %', id(name, 'frames dropped')],
    (name) => ['longest frame, ms', id(name, 'longest frame')],
    (name) => ['last chunk to paint, ms', id(name, 'last chunk to final paint')],
    (name) => ['elements', id(name, 'elements')],
  ]
}

/** @returns {readonly Column[]} */
function lockstepColumns() {
  const id = (/** @type {string} */ name, /** @type {string} */ what) =>
    `lockstep, 120 KB, ${name}: ${what}`
  return [
    (name) => ['main thread, ms', id(name, 'main-thread time')],
    (name) => ['÷ floor', id(name, '÷ floor')],
    (name) => ['script, ms', id(name, 'script')],
    (name) => ['layout, ms', id(name, 'layout')],
    (name) => ['style, ms', id(name, 'style')],
    (name) => ['heap after it, MB', `heap after 120 KB, ${name}`],
  ]
}

/** @param {readonly Figure[]} figures @param {() => readonly Column[]} columnsOf */
function rendererTable(figures, columnsOf) {
  const columns = columnsOf()
  const rows = renderers.map(([name = '', title = '']) => [
    title,
    ...columns.map((column) => {
      const [, wanted] = column(name)
      const figure = figures.find(({ id }) => id === wanted)
      if (figure === undefined) throw new Error(`Only a part was measured: no "${wanted}"`)
      return rounded(figure.value)
    }),
  ])
  return table(['renderer', ...columns.map((column) => column('')[0])], rows)
}

/** @param {readonly string[]} titles @param {readonly (readonly string[])[]} rows */
function table(titles, rows) {
  const line = (/** @type {readonly string[]} */ cells) => `| ${cells.join(' | ')} |`
  return [line(titles), line(titles.map(() => '---')), ...rows.map(line)].join('\n')
}

/** @param {number} value */
function rounded(value) {
  if (Number.isInteger(value)) return value.toLocaleString('en-US')
  const digits = Math.abs(value) < 10 ? 2 : Math.abs(value) < 100 ? 1 : 0
  return value.toLocaleString('en-US', { maximumFractionDigits: digits })
}
