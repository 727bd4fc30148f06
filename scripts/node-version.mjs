// Read by whatever Node is there, however old: no syntax and no import that an old one would not know.

/** The oldest Node that runs the tools this project is built with. */
export const oldestNode = { major: 20, minor: 19 }

/**
 * @param {string} version as in `process.versions.node`
 * @returns {boolean} whether the project can be built and run with it
 */
export function isNodeRecentEnough(version) {
  const parts = version.split('.').map(Number)
  const major = parts[0] || 0
  const minor = parts[1] || 0
  if (major !== oldestNode.major) return major > oldestNode.major
  return minor >= oldestNode.minor
}

/** Ends the process with one line when Node is too old. */
export function requireRecentNode() {
  const version = process.versions.node
  if (isNodeRecentEnough(version)) return
  console.error(
    `Rivulet needs Node ${oldestNode.major}.${oldestNode.minor} or newer and this is Node ${version}: install a newer Node and run the command again.`,
  )
  process.exit(1)
}
