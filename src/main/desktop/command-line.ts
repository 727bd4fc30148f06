export interface CommandLine {
  /** A question to ask in the main window as soon as it is there. */
  readonly ask: string | null
  /** With `ask`: where to save a picture of the window once the answer has ended; then the app exits. */
  readonly screenshot: string | null
}

/** Reads `--ask=TEXT` and `--screenshot=FILE`; everything else belongs to Chromium. */
export function parseCommandLine(argv: readonly string[]): CommandLine {
  const optionOf = (name: string): string | null => {
    const prefix = `--${name}=`
    const value = argv.find((argument) => argument.startsWith(prefix))?.slice(prefix.length)
    return value === undefined || value.trim() === '' ? null : value
  }
  return { ask: optionOf('ask'), screenshot: optionOf('screenshot') }
}
