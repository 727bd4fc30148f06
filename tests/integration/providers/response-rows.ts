import { document, type Reply, send, streamHead } from '../../fakes/model-server/model-server'
import {
  namedEvent,
  responseObject,
  responseReply,
  textDelta,
} from '../../fakes/model-server/responses-wire'
import type { TerminalRow } from './terminal-rows'

const created = { type: 'response.created', response: responseObject('in_progress') }

/** A beginning, some text, then a response that has ended so. */
export const endedBy = (type: string, fields: { readonly [name: string]: unknown }): Reply =>
  responseReply([
    created,
    textDelta('Hel'),
    { type, response: responseObject(type.slice('response.'.length), fields) },
  ] as readonly { readonly type: string }[])

const rows: readonly (readonly [name: string, reply: Reply, text: string, end: string])[] = [
  ['nothing but comments', [streamHead(), send(': hello\n\n')], '', 'failed truncated'],
  ['ended after the first event', responseReply([created]), '', 'failed truncated'],
  ['ended before the end', responseReply([created, textDelta('Hel')]), 'Hel', 'failed truncated'],
  [
    '[DONE] before the end',
    [...responseReply([created, textDelta('Hel')]), send('data: [DONE]\n\n')],
    'Hel',
    'failed truncated',
  ],
  [
    'an end that is cut in the middle',
    [
      streamHead('until-close'),
      namedEvent(textDelta('Hel')),
      send('data: {"type":"response.completed","resp'),
    ],
    'Hel',
    'failed truncated',
  ],
  ['malformed', [streamHead(), send('data: {"type":[}\n\n')], '', 'failed malformed'],
  ['chunks of another API', [streamHead(), send('data: {"choices":[]}\n\n')], '', notAServer()],
  ['a web page', document(200, '<html></html>'), '', notAServer()],
  ['JSON that is no response', document(200, { hello: 'world' }), '', notAServer()],
  ['an error as JSON', document(200, { error: { message: 'boom' } }), '', 'failed server-error'],
  [
    'a whole response that has failed',
    document(200, responseObject('failed', { error: { code: 'rate_limit_exceeded' } })),
    '',
    'failed rate-limited',
  ],
  ['a whole response without a status', document(200, { output: [] }), '', 'failed truncated'],
  [
    'the longest answer allowed',
    endedBy('response.incomplete', because('max_output_tokens')),
    'Hel',
    'completed length',
  ],
  [
    'held back',
    endedBy('response.incomplete', because('content_filter')),
    'Hel',
    'failed content-filtered',
  ],
  [
    'incomplete for another reason',
    endedBy('response.incomplete', because('x')),
    'Hel',
    'failed truncated',
  ],
  ['cancelled', endedBy('response.cancelled', {}), 'Hel', 'failed truncated'],
  [
    'failed',
    endedBy('response.failed', { error: { code: 'server_error' } }),
    'Hel',
    'failed server-error',
  ],
  ['failed without a word', endedBy('response.failed', {}), 'Hel', 'failed server-error'],
  [
    'a prompt refused',
    endedBy('response.failed', { error: { code: 'invalid_prompt' } }),
    'Hel',
    'failed request-invalid',
  ],
  [
    'against a policy',
    endedBy('response.failed', { error: { code: 'bio_policy' } }),
    'Hel',
    'failed content-filtered',
  ],
  [
    'an event of an error',
    responseReply([created, textDelta('Hel'), { type: 'error' }]),
    'Hel',
    'failed server-error',
  ],
  [
    'completed, says the event, and incomplete, says the response',
    responseReply([
      textDelta('Hel'),
      {
        type: 'response.completed',
        response: responseObject('incomplete', because('max_output_tokens')),
      } as { readonly type: string },
    ]),
    'Hel',
    'completed length',
  ],
  [
    'completed without a response',
    responseReply([textDelta('Hello'), { type: 'response.completed' }]),
    'Hello',
    'completed stop',
  ],
  [
    'a tool called',
    endedBy('response.completed', { output: [{ type: 'function_call' }] }),
    'Hel',
    'completed tool-calls',
  ],
  [
    'text only at the end',
    endedBy('response.completed', { text: 'Hello' }),
    'Hello',
    'completed stop',
  ],
  [
    'a refusal',
    responseReply([
      { type: 'response.refusal.delta', delta: 'No.' } as { readonly type: string },
      { type: 'response.completed' },
    ]),
    'No.',
    'completed stop',
  ],
]

/** What can come on the wire of the Responses API, and what it is. */
export const responseRows: readonly TerminalRow[] = rows.map(([name, reply, text, end]) => ({
  name,
  reply,
  text,
  end,
}))

function notAServer(): string {
  return 'failed not-a-model-server'
}

function because(reason: string) {
  return { incomplete_details: { reason } }
}
