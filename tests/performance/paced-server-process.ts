import { z } from 'zod'
import { startPacedModelServer } from '../torture/paced-model-server'
import { wordPieces } from '../torture/word-text'

/** Told as JSON in the first parameter. */
const specificationSchema = z.object({
  streams: z.number(),
  piecesEach: z.number(),
  piecesPerSecond: z.number(),
})

export type PacedSpecification = z.infer<typeof specificationSchema>

/** A process of its own, so that its work is not the app's, nor its clock that of a busy harness. */
const { streams, piecesEach, piecesPerSecond } = specificationSchema.parse(
  JSON.parse(process.argv[2] ?? ''),
)
const words = wordPieces(piecesEach)
const server = await startPacedModelServer({
  // What an answer begins with tells whose it is.
  pieces: (question) => [`${question}. `, ...words.slice(1)],
  piecesPerSecond,
  together: streams,
})
process.on('message', () => process.send?.({ streams: server.streams }))
process.on('disconnect', () => process.exit(0))
process.send?.({ baseUrl: server.baseUrl })
