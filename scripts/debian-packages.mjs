import { programOutput } from './program-output.mjs'

/** What Electron and the keychain module are linked against. */
const runtimePackages = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libxtst6',
  'libsecret-1-0',
]

/** @type {Readonly<Record<string, readonly string[]>>} */
const programPackages = {
  Xvfb: ['xvfb', 'xauth'],
  'dbus-run-session': ['dbus'],
  'gnome-keyring-daemon': ['gnome-keyring'],
  openbox: ['openbox'],
  xdotool: ['xdotool'],
}

/**
 * @param {{ libraries: readonly string[], programs: readonly string[] }} missing
 * @returns {string[]} names of Debian packages, none when nothing is missing
 */
export function packagesFor({ libraries, programs }) {
  const wanted = programs.flatMap((program) => programPackages[program] ?? [])
  return [...(libraries.length > 0 ? runtimePackages : []), ...wanted]
}

/**
 * Newer Debian and Ubuntu releases carry some libraries under a name that ends in t64.
 *
 * @param {readonly string[]} packages
 * @param {string} policy output of `apt-cache policy` for the packages
 * @returns {string[]}
 */
export function namesInRelease(packages, policy) {
  return packages.map((name) => {
    const section = policy.split(/^(?=\S)/m).find((part) => part.startsWith(`${name}:`))
    const exists = section !== undefined && !/Candidate: \(none\)/.test(section)
    return exists ? name : `${name}t64`
  })
}

/** @param {readonly string[]} packages @returns {string} what a person would type */
export function installCommand(packages) {
  return `apt-get update && apt-get install -y --no-install-recommends ${packages.join(' ')}`
}

/**
 * Installs packages, quietly. Needs root and apt-get.
 *
 * @param {readonly string[]} packages
 * @returns {Promise<string | undefined>} what apt-get complained about, undefined when all went well
 */
export async function installPackages(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const quiet = ['-qq', '-o', 'DPkg::Lock::Timeout=120']
  const update = await programOutput('apt-get', [...quiet, 'update'], { env })
  if (update.code !== 0) return update.errors.trim()

  const policy = await programOutput('apt-cache', ['policy', ...packages], {
    env: { ...env, LC_ALL: 'C' },
  })
  const names = namesInRelease(packages, policy.text)
  const parameters = [...quiet, 'install', '-y', '--no-install-recommends', ...names]
  const install = await programOutput('apt-get', parameters, { env })
  return install.code === 0 ? undefined : install.errors.trim()
}
