import { writeSync } from 'node:fs'
import { z } from 'zod'
import { systemClock } from '../../src/main/answers/clock'
import type { History } from '../../src/main/history/history'
import { openEngine } from './engine'
import { askAndWatch } from './watched-answer'

const specificationSchema = z.object({
  file: z.string(),
  baseUrl: z.string(),
  /** Null: nothing is asked, and the process ends when nothing is left to resume. */
  question: z.string().nullable(),
  plantBreak: z.boolean(),
})

export type EngineSpecification = z.infer<typeof specificationSchema>

const model = { providerId: 'paced', modelId: 'paced-1' }

/**
 * The engine as a process of its own, to be killed. Started with its specification as JSON, it lets go
 * on what the last one left unfinished, then asks, and says in lines of standard output how many units
 * of the answer are acknowledged. Written at once: a line that waits in a buffer dies with the process.
 */
async function main(): Promise<void> {
  const specification = specificationSchema.parse(JSON.parse(process.argv[2] ?? ''))
  const { file, baseUrl, question, plantBreak } = specification
  const engine = await openEngine({
    file,
    clock: systemClock,
    providers: [{ id: model.providerId, name: 'Paced', baseUrl, models: [model.modelId] }],
    settings: { automaticResume: 'always' },
    throughHistory: (history) => telling(history, plantBreak),
  })
  await engine.asking.resumeUnfinished()
  while (engine.registry.size > 0) await new Promise((resolve) => setTimeout(resolve, 2))
  // What was acknowledged until here belongs to another answer.
  tellAcknowledged(0)
  if (question !== null) {
    const { ended } = await askAndWatch(engine, question, model)
    await ended
  }
  await engine.close()
}

/** @param plantBreak the defect: what was not written is acknowledged */
function telling(history: History, plantBreak: boolean): History {
  return {
    ...history,
    async appendCheckpoints(checkpoints) {
      if (!plantBreak) await history.appendCheckpoints(checkpoints)
      for (const { offset, text } of checkpoints) tellAcknowledged(offset + text.length)
    },
  }
}

function tellAcknowledged(units: number): void {
  writeSync(1, `${units}\n`)
}

await main()
