import { rootCertificates } from 'node:tls'
import { describe, expect, test } from 'vitest'
import {
  addedCertificates,
  type CertificateSources,
  ownCertificateSources,
  trusting,
} from '../../../src/main/network/trusted-certificates'
import { selfSignedCertificate } from '../../fakes/model-server/self-signed-certificate'

const { cert } = selfSignedCertificate
const builtIn = rootCertificates[0] ?? ''

function sources(
  files: { readonly [path: string]: string },
  changes: Partial<CertificateSources> = {},
): CertificateSources {
  return {
    environment: {},
    platform: 'linux',
    ofSystem: undefined,
    readFile: (path) => files[path] ?? null,
    ...changes,
  }
}

describe('Certificates that are added', () => {
  test('are those of the first bundle of Linux, without what is built in', () => {
    const files = {
      '/etc/pki/tls/certs/ca-bundle.crt': `# company\r\n${builtIn}\r\n\r\n${cert}\r\n${cert}`,
      '/etc/ssl/cert.pem': 'not looked at',
    }
    expect(addedCertificates(sources(files))).toEqual([cert])
    expect(addedCertificates(sources(files, { platform: 'darwin' }))).toEqual([])
  })

  test('are those that Node reads from the store, where it can', () => {
    const ofSystem = () => [builtIn, cert]
    expect(addedCertificates(sources({}, { platform: 'win32', ofSystem }))).toEqual([cert])
    const broken = () => {
      throw new Error('locked')
    }
    expect(addedCertificates(sources({}, { platform: 'win32', ofSystem: broken }))).toEqual([])
  })

  test('are those of the files that the environment names', () => {
    const files = { '/own.pem': cert, '/etc/ssl/cert.pem': 'not looked at' }
    for (const name of ['SSL_CERT_FILE', 'NODE_EXTRA_CA_CERTS']) {
      expect(addedCertificates(sources(files, { environment: { [name]: '/own.pem' } }))).toEqual([
        cert,
      ])
      expect(addedCertificates(sources(files, { environment: { [name]: '/gone.pem' } }))).toEqual(
        [],
      )
    }
  })

  test('of this computer can be read and trusted', () => {
    expect(() => trusting(addedCertificates(ownCertificateSources({})))).not.toThrow()
  })
})
