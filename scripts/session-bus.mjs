import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { whenCommandEnds } from './command.mjs'

/** Programs that `withKeychain` needs on Linux. */
export const keychainPrograms = ['dbus-run-session', 'gnome-keyring-daemon']

const unlockThenRun =
  'printf test | gnome-keyring-daemon --unlock --components=secrets >/dev/null && exec "$@"'

/**
 * Puts a command into a D-Bus session of its own with a real, unlocked and empty Secret Service. The
 * user's own keyring, settings and autostart entries stay out of reach. Elsewhere than on Linux the
 * command stays as it is.
 *
 * @param {readonly string[]} command
 * @returns {{ command: readonly string[], environment: Record<string, string> }}
 */
export function withKeychain(command) {
  if (process.platform !== 'linux') return { command, environment: {} }
  const home = mkdtempSync(join(tmpdir(), 'rivulet-session-'))
  whenCommandEnds(() => rmSync(home, { recursive: true, force: true }))
  const folders = {
    XDG_DATA_HOME: join(home, 'data'),
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_RUNTIME_DIR: join(home, 'runtime'),
  }
  for (const folder of Object.values(folders)) mkdirSync(folder, { mode: 0o700 })
  return {
    command: ['dbus-run-session', '--', 'sh', '-c', unlockThenRun, 'sh', ...command],
    // The accessibility bus would be started for each app and is not tested here.
    environment: { ...folders, NO_AT_BRIDGE: '1' },
  }
}
