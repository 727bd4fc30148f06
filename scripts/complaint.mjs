/** An error whose message is meant for the person at the terminal: what happened, and what to do. */
export class Complaint extends Error {
  /** @param {string} message @param {{ cause?: unknown }} [options] */
  constructor(message, options) {
    super(message, options)
    this.name = 'Complaint'
  }
}

/** What the machine refuses, whatever the project does. */
const ofTheMachine = ['ENOSPC', 'EDQUOT', 'EACCES', 'EPERM', 'EROFS']

/**
 * @param {unknown} error whatever was thrown
 * @returns {boolean} whether a sentence says all that is to know, and a stack would only hide it
 */
export function isForThePerson(error) {
  if (error instanceof Complaint) return true
  return (
    error instanceof Error &&
    'syscall' in error &&
    'code' in error &&
    ofTheMachine.includes(String(error.code))
  )
}

/**
 * Says in a sentence what a caught value means for someone who asked for `what`.
 *
 * @param {unknown} error whatever was thrown
 * @param {string} what the thing that could not be done, as in "prepare the runtime"
 * @returns {Complaint} the error itself when it is one already
 */
export function complaintFrom(error, what) {
  if (error instanceof Complaint) return error
  const text = error instanceof Error ? error.message : String(error)
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  // The last one is how GNU tar puts it when it cannot write all of a block.
  if (code === 'ENOSPC' || /ENOSPC|No space left on device|Wrote only/.test(text)) {
    return new Complaint(`Could not ${what}: the disk is full. Free some space and try again.`, {
      cause: error,
    })
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new Complaint(`Could not ${what}: writing was refused (${text}).`, { cause: error })
  }
  return new Complaint(`Could not ${what}: ${text}`, { cause: error })
}
