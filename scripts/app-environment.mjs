/** @returns {NodeJS.ProcessEnv} the user's, without what would turn Electron into a bare Node */
export function appEnvironment() {
  const { ELECTRON_RUN_AS_NODE: _, ...environment } = process.env
  return environment
}
