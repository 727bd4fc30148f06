/** A field of JSON that should hold text; empty where it does not. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
