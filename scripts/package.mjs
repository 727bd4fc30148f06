import { requireRecentNode } from './node-version.mjs'

requireRecentNode()

// The rest is written for a recent Node and can only be read after that line.
const { runCommand } = await import('./command.mjs')
const { makePackage } = await import('./make-package.mjs')

runCommand(makePackage)
