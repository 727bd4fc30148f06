import { chmod, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { overridingRuntime } from '../../../scripts/electron-runtime.mjs'
import { nextRuntimeStep } from '../../../scripts/runtime-choice.mjs'
import { temporaryFolder } from './temporary-folder'

const bareLinux = {
  override: undefined,
  downloaded: undefined,
  downloadFailed: false,
  registryRuntimePrepared: false,
  platform: 'linux',
  architecture: 'x64',
}
const bareMac = { ...bareLinux, platform: 'darwin', architecture: 'arm64' }

test.each([
  ['an override wins over all', { ...bareLinux, override: '/e', downloaded: '/d' }, 'use-override'],
  ['an empty override is none', { ...bareLinux, override: '', downloaded: '/d' }, 'use-downloaded'],
  [
    'a real Electron wins over the one in the cache',
    { ...bareLinux, downloaded: '/d', registryRuntimePrepared: true },
    'use-downloaded',
  ],
  ['the real one is tried first', bareLinux, 'download'],
  ['then the registry', { ...bareLinux, downloadFailed: true }, 'prepare-registry'],
  [
    'the cache is used without asking the network again',
    { ...bareLinux, registryRuntimePrepared: true },
    'use-registry',
  ],
  ['elsewhere there is the download', bareMac, 'download'],
  ['and nothing after it', { ...bareMac, downloadFailed: true }, 'give-up'],
  [
    'a cache made for Linux x64 is of no use on another processor',
    { ...bareLinux, architecture: 'arm64', downloadFailed: true, registryRuntimePrepared: true },
    'give-up',
  ],
])('%s', (_, facts, step) => {
  expect(nextRuntimeStep(facts)).toBe(step)
})

test('an override has to be a file that can be run', async () => {
  const folder = await temporaryFolder()
  const file = join(folder, 'electron')
  expect(() => overridingRuntime(file)).toThrow('there is no such file')
  expect(() => overridingRuntime(folder)).toThrow('which is not a file that can be run')
  await writeFile(file, '')
  await chmod(file, 0o644)
  expect(() => overridingRuntime(file)).toThrow('which is not a file that can be run')
  await chmod(file, 0o755)
  expect(overridingRuntime(file)).toMatchObject({ executable: file, folder })
})
