import { failed, type Result, succeeded } from '../../shared/result'
import { type FailureContext, failureOfAnswer, failureOfError } from './classify-failure'
import { isErrorBody } from './error-explanation'
import { failureFor, specialSentences } from './failure-sentences'
import { isRecord, type UnknownRecord } from './is-record'
import { canBeSent, type ModelServer } from './model-server'
import { openClient } from './open-client'
import { readJsonBody } from './read-json-body'
import type { Surroundings } from './surroundings'

const mostModels = 2000
const longestModelId = 500

/**
 * Asks a server for the models that it offers, in its own order. Also the test of a connection: every
 * failure is the one that a question would meet.
 *
 * @param patience milliseconds until it is given up as `timed-out`
 */
export async function listModels(
  server: ModelServer,
  surroundings: Surroundings,
  patience = 15_000,
): Promise<Result<readonly string[]>> {
  const context: FailureContext = { ...server, modelId: null, texts: [], now: surroundings.now }
  if (server.key !== null && !canBeSent(server.key))
    return failed(failureFor('key-rejected', context, specialSentences.keyUnusable(context)))
  const over = new AbortController()
  const late = surroundings.wait(patience, over.signal).then(() => 'late' as const)
  try {
    const body = await Promise.race([ask(server, surroundings, over.signal), late])
    if (body === 'late') return failed(failureFor('timed-out', context))
    if (body.kind !== 'json') return failed(failureOfAnswer(body.kind, context))
    if (isErrorBody(body.value)) return failed(failureOfAnswer({ errorBody: body.value }, context))
    const models = modelsIn(body.value)
    return models === null ? failed(failureOfAnswer('no-completion', context)) : succeeded(models)
  } catch (error) {
    return failed(failureOfError(error, context))
  } finally {
    over.abort()
  }
}

async function ask(server: ModelServer, surroundings: Surroundings, signal: AbortSignal) {
  return readJsonBody(await openClient(server, surroundings).models.list({ signal }).asResponse())
}

/** `{"data":[{"id"}]}` as OpenAI has it, `{"models":[…]}`, or a bare list. Null: no list of models. */
function modelsIn(value: unknown): readonly string[] | null {
  const { data, models } = isRecord(value) ? value : { data: value, models: undefined }
  const list = data ?? models
  if (!Array.isArray(list)) return null
  const ids = list.map((model: unknown) => (isRecord(model) ? idOf(model) : model))
  return [...new Set(ids)]
    .filter(
      (id): id is string => typeof id === 'string' && id !== '' && id.length <= longestModelId,
    )
    .slice(0, mostModels)
}

function idOf({ id, name }: UnknownRecord): unknown {
  return id ?? name
}
