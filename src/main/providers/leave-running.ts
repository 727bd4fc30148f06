/**
 * The reason to abort a request with, where the server is to go on with the answer that it keeps
 * because it will be resumed. Any other reason stops the answer at the server too: it costs money.
 */
export const leaveRunning = Symbol('The server is to go on with this answer')
