import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { hashOfFiles } from '../../../scripts/folder-hash.mjs'
import { temporaryFolder } from './temporary-folder'

test('the hash changes with a content, a name and a new file, and with nothing else', async () => {
  const root = await temporaryFolder()
  await mkdir(join(root, 'source/deep'), { recursive: true })
  await writeFile(join(root, 'source/deep/file'), 'one')
  const hash = () => hashOfFiles(root, ['source', 'not-there', 'config'])

  const first = await hash()
  await writeFile(join(root, 'unrelated'), 'x')
  expect(await hash()).toBe(first)

  await writeFile(join(root, 'source/deep/file'), 'two')
  const changed = await hash()
  await rename(join(root, 'source/deep/file'), join(root, 'source/deep/other'))
  const renamed = await hash()
  await writeFile(join(root, 'config'), '')
  const added = await hash()
  expect(new Set([first, changed, renamed, added]).size).toBe(4)
})
