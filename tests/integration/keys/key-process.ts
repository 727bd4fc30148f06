import { createKeyStore } from '../../../src/main/keys/key-store'
import { systemKeychain } from '../../../src/main/keys/keychain'

/**
 * A process with a keychain of its own, or none. Each argument is a call of the key store; it prints
 * what each gave, as JSON, a line each. The last line says whether it had to end by force.
 */
const provider = 'openai'
const address = 'https://api.openai.com/v1'

/** In milliseconds; `patience=200` before the calls is for a keychain that never answers. */
let patience = 15_000

const keys = createKeyStore(systemKeychain, (_delay, callback) => {
  const timer = setTimeout(callback, patience)
  return () => clearTimeout(timer)
})

for (const call of process.argv.slice(2)) {
  const [name = '', key = ''] = call.split('=')
  if (name === 'patience') {
    patience = Number(key)
    continue
  }
  const given =
    name === 'set'
      ? await keys.set(provider, address, key)
      : name === 'clear'
        ? await keys.clear(provider, address)
        : name === 'status'
          ? await keys.status(provider, address)
          : await keys.keyFor(provider, name === 'elsewhere' ? 'https://other.example' : address)
  process.stdout.write(`${JSON.stringify(given)}\n`)
}
process.stdout.write(`${keys.isBusy()}\n`)
if (keys.isBusy()) process.kill(process.pid, 'SIGKILL')
