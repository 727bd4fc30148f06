/** An object of JSON. */
export interface UnknownRecord {
  readonly [name: string]: unknown
}

export function isRecord(value: unknown): value is UnknownRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
