import { spawnSync } from 'node:child_process'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { prepareFolder } from '../../../scripts/prepared-folder.mjs'
import { temporaryFolder } from './temporary-folder'

test('a folder appears only when it is complete', async () => {
  const cache = await temporaryFolder()
  const target = join(cache, 'runtime')
  await prepareFolder(target, async (folder) => {
    await writeFile(join(folder, 'half'), '1')
    expect(await readdir(cache)).not.toContain('runtime')
    await writeFile(join(folder, 'whole'), '2')
  })
  expect(await readdir(cache)).toEqual(['runtime'])
  expect((await readdir(target)).sort()).toEqual(['half', 'whole'])
})

test('what a killed process has left is not taken for complete, and is removed', async () => {
  const cache = await temporaryFolder()
  const target = join(cache, 'runtime')
  const ended = spawnSync(process.execPath, ['-e', '']).pid
  await mkdir(`${target}.preparing-${ended}-abc`)
  await prepareFolder(target, (folder) => writeFile(join(folder, 'whole'), ''))
  expect(await readdir(cache)).toEqual(['runtime'])
})

test('what a living process is preparing is left alone', async () => {
  const cache = await temporaryFolder()
  const target = join(cache, 'runtime')
  await mkdir(`${target}.preparing-${process.pid}-abc`)
  await prepareFolder(target, async () => {})
  expect(await readdir(cache)).toHaveLength(2)
})

test('of two processes the quicker one wins, and the other is content', async () => {
  const target = join(await temporaryFolder(), 'runtime')
  const prepare = (text: string) => (folder: string) => writeFile(join(folder, 'by'), text)
  await prepareFolder(target, async (folder) => {
    await prepareFolder(target, prepare('quicker'))
    await prepare('slower')(folder)
  })
  expect(await readFile(join(target, 'by'), 'utf8')).toBe('quicker')
})
