import { expect, test } from 'vitest'
import { Complaint, complaintFrom, isForThePerson } from '../../../scripts/complaint.mjs'

const ofSystem = (code: string) => Object.assign(new Error(`${code}: x`), { code, syscall: 'open' })

test('what the machine refuses is told in a sentence, a mistake with its stack', () => {
  expect(isForThePerson(new Complaint('Do this.'))).toBe(true)
  for (const code of ['EACCES', 'EPERM', 'EROFS', 'ENOSPC']) {
    expect(isForThePerson(ofSystem(code)), code).toBe(true)
  }
  expect(isForThePerson(ofSystem('ENOENT'))).toBe(false)
  expect(isForThePerson(new TypeError('undefined is not a function'))).toBe(false)
  expect(complaintFrom(ofSystem('EROFS'), 'go on').message).toBe(
    'Could not go on: writing was refused (EROFS: x).',
  )
})
