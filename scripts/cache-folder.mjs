import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'

/**
 * Where things are kept that the next clone can use too.
 *
 * @param {NodeJS.ProcessEnv} [environment]
 * @returns {string} the folder; it may not exist yet
 */
export function cacheFolder(environment = process.env) {
  const given = environment.XDG_CACHE_HOME ?? ''
  // The specification of XDG_CACHE_HOME says that a relative path is to be ignored.
  return join(isAbsolute(given) ? given : join(homedir(), '.cache'), 'rivulet')
}
