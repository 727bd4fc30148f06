import { endChildren } from './children.mjs'
import { complaintFrom, isForThePerson } from './complaint.mjs'

/** @type {Array<() => Promise<void> | void>} */
const cleanings = []

/**
 * Registers something to undo when the command ends, however it ends. Last registered, first undone.
 *
 * @param {() => Promise<void> | void} clean
 */
export function whenCommandEnds(clean) {
  cleanings.push(clean)
}

async function cleanUp() {
  await endChildren()
  for (const clean of cleanings.splice(0).reverse()) {
    try {
      await clean()
    } catch (error) {
      console.error(`Cleaning up: ${error instanceof Error ? error.message : error}`)
    }
  }
}

/**
 * Runs one of the project's commands: prints a complaint as its sentence and anything else with its
 * stack, ends the children, and exits.
 *
 * @param {() => Promise<number>} main gives the exit code
 */
export async function runCommand(main) {
  let interrupted = false
  for (const [signal, code] of /** @type {const} */ ([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ])) {
    process.on(signal, async () => {
      if (interrupted) return
      interrupted = true
      await cleanUp()
      process.exit(code)
    })
  }

  let exitCode = 1
  try {
    exitCode = await main()
  } catch (error) {
    // After an interruption every failure is only its echo.
    if (!interrupted) {
      console.error(isForThePerson(error) ? `\n${complaintFrom(error, 'go on').message}` : error)
    }
  }
  if (interrupted) return
  await cleanUp()
  process.exit(exitCode)
}
