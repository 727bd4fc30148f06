import { isExempt } from './exempt-hosts'
import { parseProxy, type Route } from './route'

export type Environment = { readonly [name: string]: string | undefined }

/**
 * What `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY` say of an address; the names in lower
 * case go first, as everywhere else. Undefined: nothing. Throws a `ProxyProblem` for a proxy that
 * cannot be used.
 */
export function routeOfEnvironment(url: URL, environment: Environment): Route | undefined {
  const read = (name: string): string =>
    environment[name]?.trim() || environment[name.toUpperCase()]?.trim() || ''
  if (isExempt(url, read('no_proxy'))) return null
  const address = read(url.protocol === 'https:' ? 'https_proxy' : 'http_proxy')
  const proxy = address === '' ? read('all_proxy') : address
  return proxy === '' ? undefined : parseProxy(proxy)
}
