import { connect } from '../../../src/main/history/connection'
import { createHistoryService } from '../../../src/main/history/history-service'
import { openHistory } from '../../../src/main/history/open-history'
import { sentenceFor } from '../../../src/main/history/problem'
import { begun, checkpointOf, completed, questionOf } from '../../unit/history/turns'

/**
 * A process that a test starts, watches and kills. Arguments: what to do, and the file. It says on
 * its output, a line each, what has been acknowledged.
 */
const [, , task = '', file = ''] = process.argv

function say(...words: readonly (string | number)[]): void {
  process.stdout.write(`${words.join(' ')}\n`)
}

/** Writes turns for ever: a question, five checkpoints, and the end of every other answer. */
function writeForEver(): void {
  const history = createHistoryService(openHistory(file, Date.now()).connection, Date.now)
  for (let turn = 0; ; turn += 1) {
    const name = `n${turn}`
    history.addQuestion(questionOf(`c${turn}`, name, `Question ${turn}`), begun(name), turn)
    say('question', turn)
    for (let piece = 0; piece < 5; piece += 1) {
      const text = `piece ${piece} `
      history.appendCheckpoints([checkpointOf(name, piece * text.length, text)])
      say('checkpoint', turn, piece)
    }
    if (turn % 2 === 0) continue
    history.endAnswer(completed(name, `The whole answer ${turn}`))
    say('end', turn)
  }
}

/**
 * Begins an answer, or goes on with the one that is there, for ever: numbers, each with its place on
 * the server, each committed by itself.
 */
function goOnForEver(): void {
  const history = createHistoryService(openHistory(file, Date.now()).connection, Date.now)
  let offset = 0
  let number = 0
  if (history.openConversation('c', []) === null) {
    history.addQuestion(questionOf('c', 'a', 'Count'), begun('a'), 1)
  } else {
    const { answer, cursor } = history.reopenAnswer('a-answer', [])
    offset = answer.text.length
    number = cursor?.sequenceNumber ?? 0
    say('reopened', number)
  }
  for (;;) {
    number += 1
    const text = `${number} `
    const cursor = { responseId: 'resp_1', sequenceNumber: number }
    history.appendCheckpoints([checkpointOf('a', offset, text, { cursor })])
    offset += text.length
    say('number', number)
  }
}

/** Opens a history, reads it, tries to write. */
function tryToWrite(): void {
  // Root may write everywhere. All code is loaded by now, wherever it lies.
  if (process.getuid?.() === 0) process.seteuid?.(65534)
  try {
    const { connection, notices } = openHistory(file, Date.now())
    const history = createHistoryService(connection, Date.now)
    for (const notice of notices) say('notice', notice)
    say('title', history.openConversation('c', [])?.title ?? '')
    say('read', JSON.stringify(history.openConversation('c', [])?.messages.map(({ id }) => id)))
    say('found', history.search('answer').length)
    try {
      history.addQuestion(questionOf('d', 'b', 'Another'), begun('b'), 2)
      say('written')
    } catch (error) {
      say('refused', sentenceFor(error))
    }
    history.close()
  } catch (error) {
    say('not opened', sentenceFor(error))
  }
}

/** Leaves a log beside the file, and ends without closing. */
function endBadly(): void {
  connect(file).exec('PRAGMA wal_autocheckpoint=0; UPDATE conversations SET title = title || 1')
  process.kill(process.pid, 'SIGKILL')
}

if (task === 'write-for-ever') writeForEver()
if (task === 'go-on-for-ever') goOnForEver()
if (task === 'try-to-write') tryToWrite()
if (task === 'end-badly') endBadly()
