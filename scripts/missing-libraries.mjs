import { programOutput } from './program-output.mjs'

/**
 * @param {string} output of `ldd`
 * @returns {string[]} names of the libraries it did not find
 */
export function parseMissingLibraries(output) {
  const names = [...output.matchAll(/^\s*(\S+) => not found$/gm)].map((match) => match[1] ?? '')
  return [...new Set(names)]
}

/**
 * @param {readonly string[]} binaries programs and libraries
 * @returns {Promise<string[]>} the shared libraries that they want and this machine has not
 */
export async function missingLibraries(binaries) {
  const outputs = await Promise.all(binaries.map((path) => programOutput('ldd', [path])))
  return [...new Set(outputs.flatMap(({ text }) => parseMissingLibraries(text)))]
}
