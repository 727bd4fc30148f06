import {
  chunk,
  completion,
  cut,
  document,
  doneEvent,
  ending,
  event,
  finishEvent,
  head,
  type Reply,
  send,
  sendRaw,
  streamHead,
  textEvent,
  textReply,
  usageEvent,
} from '../../fakes/model-server/model-server'

export interface TerminalRow {
  readonly name: string
  readonly reply: Reply
  readonly text: string
  readonly end: string
}

export const webPage = '<!DOCTYPE html><html><body>Sign in to the hotel network</body></html>'
const utf8Half = new TextEncoder().encode('data: {"choices":[{"delta":{"content":"é').slice(0, -1)

/** Every row of "A loop that ends is not an answer that is complete" in the facts, and its neighbours. */
export const terminalRows: readonly TerminalRow[] = [
  {
    name: 'a healthy answer',
    reply: textReply(['Hel', 'lo']),
    text: 'Hello',
    end: 'completed stop',
  },
  {
    name: 'closed by the end of the connection before the finish reason',
    reply: [streamHead('until-close'), textEvent('Hel')],
    text: 'Hel',
    end: 'failed truncated',
  },
  {
    name: 'a body that ends properly before the finish reason',
    reply: [streamHead(), textEvent('Hel')],
    text: 'Hel',
    end: 'failed truncated',
  },
  {
    name: '[DONE] without a finish reason',
    reply: [streamHead(), textEvent('Hel'), doneEvent()],
    text: 'Hel',
    end: 'failed truncated',
  },
  {
    name: 'ended before the first word',
    reply: [streamHead(), event(chunk({ delta: { role: 'assistant' } }))],
    text: '',
    end: 'failed truncated',
  },
  {
    name: 'nothing but comments',
    reply: [streamHead(), send(': OPENROUTER PROCESSING\n\n')],
    text: '',
    end: 'failed truncated',
  },
  {
    name: 'an event cut in the middle at the end',
    reply: [
      streamHead('until-close'),
      textEvent('Hel'),
      send('data: {"choices":[{"index":0,"delta":{"content":"lo"'),
    ],
    text: 'Hel',
    end: 'failed truncated',
  },
  {
    name: 'the first event cut in the middle at the end',
    reply: [streamHead('until-close'), send('data: {"choices":[{"index":0,"delta":{"con')],
    text: '',
    end: 'failed truncated',
  },
  {
    name: 'a character cut in the middle at the end',
    reply: [streamHead('until-close'), textEvent('Hel'), send(utf8Half)],
    text: 'Hel',
    end: 'failed truncated',
  },
  {
    name: 'a finish reason cut in the middle',
    reply: [
      streamHead('until-close'),
      textEvent('Hel'),
      send('data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"'),
    ],
    text: 'Hel',
    end: 'failed truncated',
  },
  {
    name: 'a whole finish event without the empty line after it',
    reply: [
      streamHead('until-close'),
      textEvent('Hello'),
      send('data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}'),
    ],
    text: 'Hello',
    end: 'completed stop',
  },
  {
    name: 'chunks cut off by FIN',
    reply: [streamHead(), textEvent('Hel'), cut()],
    text: 'Hel',
    end: 'failed connection-lost',
  },
  {
    name: 'FIN in the middle of an HTTP chunk',
    reply: [streamHead(), textEvent('Hel'), sendRaw('400\r\ndata: {'), cut()],
    text: 'Hel',
    end: 'failed connection-lost',
  },
  {
    name: 'a web page with status 200',
    reply: [head(200, { 'content-type': 'text/html' }), send(webPage)],
    text: '',
    end: 'failed not-a-model-server',
  },
  {
    name: 'a web page that says it is a stream',
    reply: [streamHead(), send(`\n${webPage}`)],
    text: '',
    end: 'failed not-a-model-server',
  },
  {
    name: 'JSON without choices and status 200',
    reply: document(200, { status: 'ok' }),
    text: '',
    end: 'failed not-a-model-server',
  },
  {
    name: 'events without choices',
    reply: [streamHead(), event({ hello: 'world' }), doneEvent()],
    text: '',
    end: 'failed not-a-model-server',
  },
  {
    name: 'plain text with status 200',
    reply: document(200, 'It works!'),
    text: '',
    end: 'failed not-a-model-server',
  },
  {
    name: 'nothing with status 200',
    reply: document(200, ''),
    text: '',
    end: 'failed not-a-model-server',
  },
  {
    name: 'status 204',
    reply: [head(204, { 'content-length': '0' })],
    text: '',
    end: 'failed not-a-model-server',
  },
  {
    name: 'a whole completion instead of a stream',
    reply: document(200, completion('Hello')),
    text: 'Hello',
    end: 'completed stop',
  },
  {
    name: 'a whole completion without a finish reason',
    reply: document(200, completion('Hello', null)),
    text: 'Hello',
    end: 'failed truncated',
  },
  {
    name: 'a whole completion that is cut',
    reply: [head(200, {}, 'until-close'), send('{"choices":[{"message":{"content":"Hel')],
    text: '',
    end: 'failed malformed',
  },
  {
    name: 'an error as JSON with status 200',
    reply: document(200, { error: { message: 'boom', code: 'server_error' } }),
    text: '',
    end: 'failed server-error',
  },
  {
    name: '{"object":"error"} in the stream (vLLM)',
    reply: [
      streamHead(),
      textEvent('Hel'),
      event({ object: 'error', message: 'engine died', type: 'InternalServerError', code: 500 }),
      doneEvent(),
    ],
    text: 'Hel',
    end: 'failed server-error',
  },
  {
    name: '{"error":…} in the stream',
    reply: [streamHead(), textEvent('Hel'), event({ error: { message: 'boom' } }), doneEvent()],
    text: 'Hel',
    end: 'failed server-error',
  },
  {
    name: 'an error with choices in the stream (OpenRouter)',
    reply: [
      streamHead(),
      textEvent('Hel'),
      event({
        ...chunk({ delta: { content: '' }, finishReason: 'error' }),
        error: { code: 429, message: 'Rate limited upstream' },
      }),
    ],
    text: 'Hel',
    end: 'failed rate-limited',
  },
  {
    name: 'the finish reason "error"',
    reply: [streamHead(), textEvent('Hel'), finishEvent('error'), doneEvent()],
    text: 'Hel',
    end: 'failed server-error',
  },
  {
    name: 'an error: line (llama.cpp)',
    reply: [
      streamHead(),
      textEvent('Hel'),
      send('error: {"code":500,"message":"slot unavailable","type":"server_error"}\n\n'),
    ],
    text: 'Hel',
    end: 'failed server-error',
  },
  {
    name: 'an event named error',
    reply: [
      streamHead(),
      textEvent('Hel'),
      send('event: error\ndata: {"message":"Overloaded","type":"overloaded_error"}\n\n'),
    ],
    text: 'Hel',
    end: 'failed overloaded',
  },
  {
    name: 'an event named error with plain text',
    reply: [streamHead(), textEvent('Hel'), send('event: error\ndata: it broke\n\n')],
    text: 'Hel',
    end: 'failed server-error',
  },
  {
    name: 'malformed JSON in the stream',
    reply: [streamHead(), textEvent('Hel'), send('data: {"choices":[{]\n\n'), ...ending()],
    text: 'Hel',
    end: 'failed malformed',
  },
  {
    name: 'held back by the content filter',
    reply: [streamHead(), textEvent('Hel'), finishEvent('content_filter'), doneEvent()],
    text: 'Hel',
    end: 'failed content-filtered',
  },
  {
    name: 'the longest answer allowed',
    reply: textReply(['Hello'], { finishReason: 'length' }),
    text: 'Hello',
    end: 'completed length',
  },
  {
    name: 'tool calls',
    reply: textReply([], { finishReason: 'tool_calls' }),
    text: '',
    end: 'completed tool-calls',
  },
  {
    name: 'a finish reason that nobody knows',
    reply: textReply(['Hello'], { finishReason: 'eos_token' }),
    text: 'Hello',
    end: 'completed other',
  },
  {
    name: 'no [DONE]',
    reply: [streamHead(), textEvent('Hello'), finishEvent(), usageEvent(1, 2)],
    text: 'Hello',
    end: 'completed stop',
  },
  {
    name: 'ping without data and empty data',
    reply: [
      streamHead(),
      send('event: ping\n\n'),
      textEvent('Hel'),
      send('data:\n\n'),
      send('data\n\n'),
      send(': comment\n\n'),
      send('event: ping\ndata: {"type":"ping"}\n\n'),
      textEvent('lo'),
      ...ending(),
    ],
    text: 'Hello',
    end: 'completed stop',
  },
  {
    name: 'empty choices first and a chunk without delta (Azure)',
    reply: [
      streamHead(),
      event({ ...chunk({ choices: [] }), prompt_filter_results: [] }),
      textEvent('Hello'),
      event(chunk({ choices: [{ index: 0, finish_reason: null, content_filter_offsets: {} }] })),
      ...ending(),
    ],
    text: 'Hello',
    end: 'completed stop',
  },
  {
    name: 'cut off after the finish reason',
    reply: [streamHead(), textEvent('Hello'), finishEvent(), cut()],
    text: 'Hello',
    end: 'completed stop',
  },
]
