import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { ensureDependencies } from '../../../scripts/dependencies.mjs'
import { temporaryFolder } from './temporary-folder'

const packages = { 'node_modules/one': { version: '1.0.0' } }

/** Installs package `one`, as files beside it say: fails, waits. Writes down when it begins and ends. */
const npmSource = `
import { appendFileSync, existsSync, mkdirSync, writeFileSync, rmSync } from 'node:fs'
appendFileSync('calls', 'begin ')
if (existsSync('node_modules/leftover')) { console.error('npm error code ENOTEMPTY'); process.exit(190) }
if (existsSync('refuse')) { console.error('npm error code E404'); process.exit(1) }
rmSync('node_modules', { recursive: true, force: true })
mkdirSync('node_modules/one', { recursive: true })
writeFileSync('node_modules/.package-lock.json', ${JSON.stringify(JSON.stringify({ packages }))})
while (existsSync('hold')) await new Promise((resolve) => setTimeout(resolve, 10))
writeFileSync('node_modules/one/package.json', '{}')
appendFileSync('calls', 'end ')
`

async function project() {
  const folder = await temporaryFolder()
  const script = join(folder, 'npm.mjs')
  await writeFile(script, npmSource)
  await writeFile(join(folder, 'package-lock.json'), JSON.stringify({ packages }))
  vi.spyOn(console, 'log').mockImplementation(() => {})
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  onTestFinished(() => {
    vi.restoreAllMocks()
  })
  const npm = { command: process.execPath, parameters: [script] }
  return {
    folder,
    calls: () => readFileSync(join(folder, 'calls'), 'utf8').trim(),
    lock: join(folder, 'out', 'install.lock'),
    install: () => ensureDependencies({ folder, npm }),
    /** The same in a process of its own, which can be killed. */
    start(): ChildProcess {
      const source = `import { ensureDependencies } from ${JSON.stringify(
        new URL('../../../scripts/dependencies.mjs', import.meta.url).href,
      )}; await ensureDependencies(${JSON.stringify({ folder, npm })})`
      const child = spawn(process.execPath, ['--input-type=module', '-e', source], {
        stdio: 'ignore',
      })
      onTestFinished(() => {
        child.kill('SIGKILL')
      })
      return child
    },
  }
}

const ended = (child: ChildProcess) => new Promise((resolve) => child.once('exit', resolve))

test('what is there is not installed again', async () => {
  const { calls, install, lock } = await project()
  await install()
  await install()
  expect(calls()).toBe('begin end')
  expect(existsSync(lock)).toBe(false)
})

test('a start that was killed leaves no second install beside the first', async () => {
  const { folder, calls, install, start } = await project()
  await writeFile(join(folder, 'hold'), '')
  const first = start()
  await vi.waitFor(() => expect(existsSync(join(folder, 'node_modules', 'one'))).toBe(true), 10_000)
  const gone = ended(first)
  first.kill('SIGKILL')
  await gone

  // npm's record is there, so that without the lock this would look like a finished install.
  const second = install()
  await vi.waitFor(() =>
    expect(console.log).toHaveBeenCalledWith(expect.stringContaining('Another npm ci is at work')),
  )
  expect(calls()).toBe('begin')
  await rm(join(folder, 'hold'))
  await second
  expect(calls()).toBe('begin end begin end')
  await install()
  expect(calls()).toBe('begin end begin end')
})

test('two starts at once install once', async () => {
  const { folder, calls, install, start } = await project()
  await writeFile(join(folder, 'hold'), '')
  const first = start()
  await vi.waitFor(() => expect(existsSync(join(folder, 'node_modules', 'one'))).toBe(true), 10_000)
  const second = install()
  const gone = ended(first)
  await rm(join(folder, 'hold'))
  await Promise.all([second, gone])
  expect(calls()).toBe('begin end')
})

test('what npm cannot clear away is removed once, and it installs', async () => {
  const { folder, calls, install } = await project()
  await mkdir(join(folder, 'node_modules', 'leftover'), { recursive: true })
  await install()
  expect(calls()).toBe('begin begin end')
})

test('an install that failed is told, and is done again the next time', async () => {
  const { folder, calls, install } = await project()
  await writeFile(join(folder, 'refuse'), '')
  await expect(install()).rejects.toThrow('npm ci failed (code 1)')
  expect(calls()).toBe('begin')
  await rm(join(folder, 'refuse'))
  await install()
  expect(calls()).toBe('begin begin end')
})

test('a folder that cannot be written is told in a sentence', async () => {
  const { folder, install } = await project()
  await writeFile(join(folder, 'out'), '')
  await expect(install()).rejects.toThrow(/^Could not install the dependencies: /)
  expect(await readFile(join(folder, 'out'), 'utf8')).toBe('')
})
