import { expect, test } from 'vitest'
import { installCommand, namesInRelease, packagesFor } from '../../../scripts/debian-packages.mjs'
import { parseMissingLibraries } from '../../../scripts/missing-libraries.mjs'

const lddOutput = `\tlinux-vdso.so.1 (0x00007ffd5b9f2000)
\tlibffmpeg.so => /opt/electron/libffmpeg.so (0x00007f6f3a000000)
\tlibnss3.so => not found
\tlibgtk-3.so.0 => not found
\tlibm.so.6 => /lib/x86_64-linux-gnu/libm.so.6 (0x00007f6f39e00000)
\t/lib64/ld-linux-x86-64.so.2 (0x00007f6f3a400000)
\tlibnss3.so => not found
`

test('missing libraries are read out of what ldd says', () => {
  expect(parseMissingLibraries(lddOutput)).toEqual(['libnss3.so', 'libgtk-3.so.0'])
  expect(parseMissingLibraries('\tnot a dynamic executable\n')).toEqual([])
})

test('nothing missing, nothing to install', () => {
  expect(packagesFor({ libraries: [], programs: [] })).toEqual([])
})

test('only what is missing is installed', () => {
  expect(packagesFor({ libraries: [], programs: ['Xvfb'] })).toEqual(['xvfb', 'xauth'])
  const libraries = packagesFor({ libraries: ['libnss3.so'], programs: [] })
  expect(libraries).toContain('libgtk-3-0')
  expect(libraries).not.toContain('xvfb')
})

test('a release that has renamed a library is asked for the new name', () => {
  const policy = `libnss3:
  Installed: (none)
  Candidate: 2:3.98
libasound2:
  Installed: (none)
  Candidate: (none)
`
  expect(namesInRelease(['libnss3', 'libasound2', 'libgtk-3-0'], policy)).toEqual([
    'libnss3',
    'libasound2t64',
    'libgtk-3-0t64',
  ])
})

test('the command to type is one line without sudo', () => {
  const command = installCommand(['xvfb', 'xauth'])
  expect(command).toBe('apt-get update && apt-get install -y --no-install-recommends xvfb xauth')
})
