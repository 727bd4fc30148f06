/** One step of the format of the history file, from `version - 1` to `version`. */
export interface Migration {
  readonly version: number
  readonly sql: string
}
