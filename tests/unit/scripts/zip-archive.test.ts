import { mkdir, readdir, readFile, readlink, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { unpackZip } from '../../../scripts/zip-archive.mjs'
import { temporaryFolder } from './temporary-folder'
import { type ZipFixtureEntry, zipFixture } from './zip-fixture'

async function unpack(
  archive: Buffer,
  place?: (name: string) => string | undefined,
): Promise<string> {
  const folder = await temporaryFolder()
  const target = join(folder, 'target')
  await mkdir(target)
  await writeFile(join(folder, 'archive.zip'), archive)
  await unpackZip(join(folder, 'archive.zip'), target, place)
  return target
}

test('files, folders, permissions and links come out as they went in', async () => {
  const long = 'a line that repeats\n'.repeat(50_000)
  const target = await unpack(
    zipFixture([
      { name: 'folder/', mode: 0o40755 },
      { name: 'folder/program', content: long, mode: 0o100755 },
      { name: 'elsewhere/größe.txt', content: 'stored', stored: true },
      { name: 'empty', content: '', stored: true },
      { name: 'link', content: 'folder/program', mode: 0o120777, stored: true },
    ]),
  )
  expect(await readFile(join(target, 'folder/program'), 'utf8')).toBe(long)
  expect((await stat(join(target, 'folder/program'))).mode & 0o777).toBe(0o755)
  expect(await readFile(join(target, 'elsewhere/größe.txt'), 'utf8')).toBe('stored')
  expect(await readFile(join(target, 'empty'), 'utf8')).toBe('')
  expect(await readlink(join(target, 'link'))).toBe('folder/program')
})

test('entries are renamed and left out as asked', async () => {
  const archive = zipFixture([{ name: 'top/kept' }, { name: 'top/app/left-out' }])
  const target = await unpack(archive, (name) =>
    name.startsWith('top/app/') ? undefined : name.slice('top/'.length),
  )
  expect(await readdir(target)).toEqual(['kept'])
})

test.each<[string, ZipFixtureEntry[]]>([
  ['a parent folder', [{ name: '../outside' }]],
  ['a parent folder in the middle', [{ name: 'a/../../outside' }]],
  ['an absolute path', [{ name: '/outside' }]],
  ['a drive', [{ name: 'C:/outside' }]],
  ['backslashes', [{ name: '..\\outside' }]],
  ['a link to the parent', [{ name: 'link', content: '../outside', mode: 0o120777 }]],
  ['an absolute link', [{ name: 'link', content: '/etc/passwd', mode: 0o120777 }]],
  [
    'a file written through a link',
    [
      { name: 'link', content: 'folder', mode: 0o120777 },
      { name: 'link/file', content: 'x' },
    ],
  ],
])('an archive that leads outside is refused: %s', async (_, entries) => {
  const folder = await temporaryFolder()
  const target = join(folder, 'target')
  await mkdir(target)
  await writeFile(join(folder, 'archive.zip'), zipFixture(entries))
  await expect(unpackZip(join(folder, 'archive.zip'), target)).rejects.toThrow()
  expect((await readdir(folder)).sort()).toEqual(['archive.zip', 'target'])
})

test('damage is noticed', async () => {
  const good = zipFixture([{ name: 'file', content: 'some content' }])
  await expect(unpack(good.subarray(0, good.length - 30))).rejects.toThrow('damaged')
  await expect(unpack(Buffer.from('no archive at all'))).rejects.toThrow('damaged')
  const wrong = zipFixture([{ name: 'file', content: 'some content', checksum: 1 }])
  await expect(unpack(wrong)).rejects.toThrow('does not match its checksum')
})
