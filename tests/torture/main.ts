import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Figure } from './figure'

/**
 * Runs one measurement: `node main.js MODULE REPORT [--break]`. The report is its figures as JSON.
 * Started by `npm run torture` and `npm run bench`, which bundle it with the module.
 */
async function main(): Promise<void> {
  const [, , module = '', report = '', ...switches] = process.argv
  let unhandled = 0
  process.on('unhandledRejection', (reason) => {
    unhandled += 1
    if (unhandled <= 5) console.error('Unhandled rejection:', reason)
  })
  const address = pathToFileURL(join(import.meta.dirname, `${module}.js`)).href
  const { run } = (await import(/* @vite-ignore */ address)) as Measured
  const figures = await run({ plantBreak: switches.includes('--break') })
  const rejections: Figure = {
    id: 'unhandled rejections',
    value: unhandled,
    unit: '',
    limit: '= 0',
    holds: unhandled === 0,
  }
  await writeFile(report, JSON.stringify([...figures, rejections]))
}

interface Measured {
  readonly run: (options: { readonly plantBreak: boolean }) => Promise<readonly Figure[]>
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  },
)
