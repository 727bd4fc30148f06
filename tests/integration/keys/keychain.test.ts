import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { type BuiltScript, buildScript } from '../history/built-script'

/**
 * Against a real Secret Service: a gnome-keyring of its own on a D-Bus of its own, with its own home.
 * Needs the packages `dbus gnome-keyring libsecret-1-0`.
 */
const canary = 'sk-canary-5f8e1c'
let script: BuiltScript

beforeAll(async () => {
  script = await buildScript(join(import.meta.dirname, 'key-process.ts'))
}, 60_000)
afterAll(() => script.remove())

/** A home in which nobody has a keyring yet. */
function newHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'rivulet-keys-'))
  mkdirSync(join(home, 'run'), { mode: 0o700 })
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
  return home
}

/** No display, no session bus, nothing of the user's. */
function surroundings(home: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'],
    HOME: home,
    XDG_DATA_HOME: join(home, 'data'),
    XDG_RUNTIME_DIR: join(home, 'run'),
    XDG_CONFIG_HOME: join(home, 'configuration'),
    XDG_CACHE_HOME: join(home, 'cache'),
  }
}

interface Outcome {
  /** What every call gave, and at last whether the keychain was still busy. */
  readonly given: readonly unknown[]
  readonly output: string
}

async function run(
  command: string,
  parameters: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<Outcome> {
  const child = spawn(command, parameters, { env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  let complaints = ''
  child.stdout.on('data', (data: Buffer) => {
    said += data.toString()
  })
  child.stderr.on('data', (data: Buffer) => {
    complaints += data.toString()
  })
  await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  const lines = said.trim() === '' ? [] : said.trim().split('\n')
  return {
    given: lines.map((line): unknown => JSON.parse(line)),
    output: said + complaints,
  }
}

const unlocked = 'printf password | gnome-keyring-daemon --unlock --components=secrets'
const notUnlocked = 'gnome-keyring-daemon --start --components=secrets'

/** Runs the calls in one process on a new bus with a keyring, which ends with the bus. */
function withKeyring(keyring: string, home: string, ...calls: string[]): Promise<Outcome> {
  const commandLine = [process.execPath, script.path, ...calls]
  return run(
    'dbus-run-session',
    ['--', 'sh', '-c', `${keyring} >/dev/null 2>&1; exec "$@"`, 'sh', ...commandLine],
    surroundings(home),
  )
}

function withoutKeyring(environment: NodeJS.ProcessEnv, ...calls: string[]): Promise<Outcome> {
  return run(process.execPath, [script.path, ...calls], environment)
}

describe.runIf(process.platform === 'linux')('with a real keyring', () => {
  test('a key is saved, and another process finds it after the keyring was started again', async () => {
    const home = newHome()
    const saved = await withKeyring(
      unlocked,
      home,
      `set=${canary}`,
      'status',
      'keyFor',
      'elsewhere',
    )
    expect(saved.given).toEqual([
      { location: 'keychain' },
      { location: 'keychain' },
      canary,
      null,
      false,
    ])
    const read = await withKeyring(unlocked, home, 'status', 'keyFor', 'elsewhere')
    expect(read.given).toEqual([{ location: 'keychain' }, canary, null, false])

    const keyrings = join(home, 'data', 'keyrings')
    expect(existsSync(join(keyrings, 'login.keyring'))).toBe(true)
    for (const name of readdirSync(keyrings)) {
      expect(readFileSync(join(keyrings, name)).includes(canary)).toBe(false)
    }
  })

  test('a cleared key is gone for another process too', async () => {
    const home = newHome()
    await withKeyring(unlocked, home, `set=${canary}`)
    const cleared = await withKeyring(unlocked, home, 'clear', 'status', 'keyFor')
    expect(cleared.given).toEqual([{ location: 'none' }, { location: 'none' }, null, false])
    const read = await withKeyring(unlocked, home, 'status', 'keyFor')
    expect(read.given).toEqual([{ location: 'none' }, null, false])
  })

  test('in a locked keyring the key is kept for the session, and the keyring is as it was', async () => {
    const home = newHome()
    await withKeyring(unlocked, home, 'set=earlier')
    const locked = await withKeyring(
      notUnlocked,
      home,
      'keyFor',
      `set=${canary}`,
      'status',
      'keyFor',
    )
    const status = {
      location: 'session',
      problem: 'The keychain is locked. Unlock it, then save the key again.',
    }
    expect(locked.given).toEqual([null, status, status, canary, false])
    const read = await withKeyring(unlocked, home, 'keyFor')
    expect(read.given).toEqual(['earlier', false])
  })

  test('where there is no keyring yet and nobody can make one, the key is kept for the session', async () => {
    const { given } = await withKeyring(notUnlocked, newHome(), `set=${canary}`, 'keyFor')
    expect(given).toEqual([
      { location: 'session', problem: expect.stringContaining('no keyring to put the key into') },
      canary,
      false,
    ])
  })
})

describe.runIf(process.platform === 'linux')('with no keyring', () => {
  const none =
    'No keychain is running. On Linux, install and start one, such as GNOME Keyring, KWallet or KeePassXC.'

  test.each([
    ['no bus', {}],
    ['a bus that is not there', { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/bus' }],
  ])(
    '%s: the reason is said, and the key kept for the session and nowhere else',
    async (_name, bus) => {
      const home = newHome()
      const { given, output } = await withoutKeyring(
        { ...surroundings(home), ...bus },
        'status',
        `set=${canary}`,
        'clear',
        'keyFor',
      )
      expect(given).toEqual([
        { location: 'none', problem: none },
        { location: 'session', problem: none },
        { location: 'none', problem: none },
        null,
        false,
      ])
      expect(output).not.toContain(canary)
      expect(readdirSync(home)).toEqual(['run'])
    },
  )

  test('one that takes the call and never answers is given up, and the process can end', async () => {
    const home = newHome()
    const path = join(home, 'run', 'bus')
    const bus = createServer((socket) => socket.on('error', () => undefined).resume())
    await new Promise<void>((resolve) => bus.listen(path, resolve))
    onTestFinished(() => new Promise<void>((resolve) => void bus.close(() => resolve())))
    const { given } = await withoutKeyring(
      { ...surroundings(home), DBUS_SESSION_BUS_ADDRESS: `unix:path=${path}` },
      'patience=200',
      `set=${canary}`,
      'keyFor',
      'clear',
    )
    const problem = 'The keychain does not answer. It may be waiting at a prompt for its password.'
    expect(given).toEqual([
      { location: 'session', problem },
      canary,
      { location: 'none', problem },
      true,
    ])
  })
})
