import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { EngineSpecification } from './engine-process'
import type { Victim } from './victim'

/** The engine and its history thread in a bare Node process, bundled beside this file. */
export function startEngineVictim(specification: EngineSpecification): Victim {
  const program = join(import.meta.dirname, 'engine-process.js')
  const child = spawn(process.execPath, [program, JSON.stringify(specification)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  // After the last line was read: what a killed process has written is still in the pipe.
  const gone = once(child, 'close')
  let acknowledged = 0
  createInterface({ input: child.stdout }).on('line', (line) => {
    acknowledged = Number(line)
  })
  return {
    acknowledged: () => acknowledged,
    async kill() {
      child.kill('SIGKILL')
      await gone
    },
    async finish() {
      const [code] = await gone
      if (code !== 0) throw new Error(`The engine ended with ${code}`)
    },
  }
}
