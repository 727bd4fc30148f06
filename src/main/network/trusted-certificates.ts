import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import * as tls from 'node:tls'
import type { Environment } from './environment-proxy'

/** Where the distributions of Linux keep what the system trusts, each in one file. */
const linuxBundles = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/ssl/cert.pem',
] as const

export interface CertificateSources {
  readonly environment: Environment
  readonly platform: NodeJS.Platform
  /** `tls.getCACertificates`, which Node has since 22.15. */
  readonly ofSystem: (() => readonly string[]) | undefined
  /** The text of a file; null where there is none. */
  readonly readFile: (path: string) => string | null
}

/** The types are those of an older Node. */
type NewerTls = typeof tls & { getCACertificates?: (type: 'system') => readonly string[] }

/** The stores of this computer. */
export function ownCertificateSources(environment: Environment): CertificateSources {
  const { getCACertificates } = tls as NewerTls
  return {
    environment,
    platform: process.platform,
    ofSystem: getCACertificates && (() => getCACertificates('system')),
    readFile: readTextFile,
  }
}

function readTextFile(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

/**
 * Certificates (PEM) that the system or the user trusts beyond those that are built in: of the system's
 * store, of `SSL_CERT_FILE`, which takes the place of the system's file, and of `NODE_EXTRA_CA_CERTS`.
 */
export function addedCertificates(sources: CertificateSources): readonly string[] {
  const { environment, readFile } = sources
  const ownFile = environment['SSL_CERT_FILE']
  const extraFile = environment['NODE_EXTRA_CA_CERTS']
  const texts = [
    ...(ownFile ? [readFile(ownFile) ?? ''] : systemTexts(sources)),
    extraFile ? (readFile(extraFile) ?? '') : '',
  ]
  const builtIn = new Set(tls.rootCertificates.map(bare))
  const added = new Map<string, string>()
  for (const certificate of texts.flatMap(certificatesIn)) {
    const key = bare(certificate)
    if (!builtIn.has(key)) added.set(key, certificate)
  }
  return [...added.values()]
}

/** Trusts the built-in certificates and these; those that cannot be read are left out. */
export function trusting(added: readonly string[]): tls.SecureContext {
  try {
    return tls.createSecureContext({ ca: [...tls.rootCertificates, ...added] })
  } catch {
    return tls.createSecureContext({ ca: [...tls.rootCertificates, ...added.filter(isReadable)] })
  }
}

function systemTexts({ platform, ofSystem, readFile }: CertificateSources): readonly string[] {
  if (ofSystem !== undefined) {
    try {
      const certificates = ofSystem()
      if (certificates.length > 0) return certificates
    } catch {
      // A store that cannot be read adds nothing.
    }
  }
  if (platform !== 'linux') return []
  for (const path of linuxBundles) {
    const text = readFile(path)
    if (text !== null) return [text]
  }
  return []
}

function certificatesIn(text: string): readonly string[] {
  return text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
}

function bare(certificate: string): string {
  return certificate.replace(/-----[^-]+-----|\s/g, '')
}

function isReadable(certificate: string): boolean {
  try {
    return new X509Certificate(certificate).raw.length > 0
  } catch {
    return false
  }
}
