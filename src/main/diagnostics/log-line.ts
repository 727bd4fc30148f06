import { cleanEntry, type LogEntry } from './log-entry'

/** JSON in one line; the time is written for people. */
export function formatLine(entry: LogEntry): string {
  return JSON.stringify({ ...entry, at: new Date(entry.at).toISOString() })
}

/** Null for what is no line of ours: cut by a full disk, or written by somebody else. */
export function parseLine(line: string): LogEntry | null {
  try {
    const value: unknown = JSON.parse(line)
    if (typeof value !== 'object' || value === null || !('at' in value)) return null
    return cleanEntry({ ...value, at: Date.parse(String(value.at)) })
  } catch {
    return null
  }
}
