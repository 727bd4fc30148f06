import { requireRecentNode } from './node-version.mjs'

requireRecentNode()

// The rest is written for a recent Node and can only be read after that line.
const { runCommand } = await import('./command.mjs')
const { measure } = await import('./suites/measure.mjs')
const { torture } = await import('./suites/measurements.mjs')

runCommand(() => measure(torture, process.argv.slice(2)))
