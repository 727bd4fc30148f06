import { BlockList, isIP } from 'node:net'
import { portOf } from './route'

/**
 * Whether `NO_PROXY` names the host: `*`, a domain with all below it (`example.com`, `.example.com`,
 * `*.example.com`), an address, a range (`10.0.0.0/8`), each with a port or without.
 */
export function isExempt(url: URL, list: string): boolean {
  const hostname = plainHost(url.hostname)
  return list.split(/[\s,]+/).some((entry) => entry !== '' && matches(entry, hostname, portOf(url)))
}

function matches(entry: string, hostname: string, port: number): boolean {
  if (entry === '*') return true
  const range = /^(.+)\/(\d{1,3})$/.exec(entry)
  if (range !== null) return isInRange(hostname, plainHost(range[1] ?? ''), Number(range[2]))
  const withPort = /^(\[.+\]|[^:]+):(\d+)$/.exec(entry)
  if (withPort !== null && Number(withPort[2]) !== port) return false
  const name = plainHost(withPort?.[1] ?? entry).replace(/^\*?\./, '')
  return hostname === name || (isIP(hostname) === 0 && hostname.endsWith(`.${name}`))
}

function isInRange(address: string, network: string, bits: number): boolean {
  const version = isIP(network)
  if (version === 0 || isIP(address) !== version || bits > (version === 4 ? 32 : 128)) return false
  const family = version === 4 ? 'ipv4' : 'ipv6'
  const list = new BlockList()
  list.addSubnet(network, bits, family)
  return list.check(address, family)
}

function plainHost(hostname: string): string {
  return hostname
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
}
