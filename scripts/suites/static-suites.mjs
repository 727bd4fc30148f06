import { existsSync } from 'node:fs'
import { programOutput } from '../program-output.mjs'
import { inProject, projectFolder } from '../project.mjs'

/** Each is compiled with the types that exist in its process and no others. */
const typesProjects = [
  'tsconfig.json',
  'src/shared',
  'src/main',
  'src/preload',
  'src/renderer',
  'tests',
  'scripts',
]

/** @returns {Promise<import('./suite-result.mjs').SuiteResult>} */
export async function formatAndLint() {
  const script = inProject('node_modules', '@biomejs', 'biome', 'bin', 'biome')
  return runOnce('format and lint', [script, 'ci', '.', '--colors=off'])
}

/** @returns {Promise<import('./suite-result.mjs').SuiteResult[]>} one a project */
export async function types() {
  const script = inProject('node_modules', 'typescript', 'bin', 'tsc')
  const results = []
  for (const project of typesProjects) {
    const name = `types: ${project}`
    results.push(
      existsSync(inProject(project))
        ? await runOnce(name, [script, '-p', project])
        : { name, passed: 0, failed: 1, skipped: 0, remark: 'is not there' },
    )
  }
  return results
}

/**
 * @param {string} name
 * @param {readonly string[]} parameters of node
 * @returns {Promise<import('./suite-result.mjs').SuiteResult>}
 */
async function runOnce(name, parameters) {
  const { code, text, errors } = await programOutput(process.execPath, parameters, {
    cwd: projectFolder,
  })
  if (code === 0) return { name, passed: 1, failed: 0, skipped: 0 }
  console.error(`${text}${errors}`)
  return { name, passed: 0, failed: 1, skipped: 0 }
}
