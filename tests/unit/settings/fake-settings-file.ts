import type { SettingsFile } from '../../../src/main/settings/settings-file'

export interface FakeSettingsFile extends SettingsFile {
  fields: Readonly<Record<string, unknown>> | null
  writes: number
  readonly kept: ('move' | 'copy')[]
  /** What writing throws. */
  refusal: Error | null
}

/** @param fields null: it cannot be read */
export function fakeSettingsFile(
  fields: Readonly<Record<string, unknown>> | null,
): FakeSettingsFile {
  const file: FakeSettingsFile = {
    fields,
    writes: 0,
    kept: [],
    refusal: null,
    read: () => file.fields,
    write(next) {
      if (file.refusal !== null) throw file.refusal
      file.fields = next
      file.writes += 1
    },
    keepAside(how) {
      file.kept.push(how)
      return 'kept.json'
    },
  }
  return file
}
