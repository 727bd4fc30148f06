import { ProxyProblem } from './proxy-problem'
import { parseProxy, type Route } from './route'

/**
 * The routes in an answer of the system such as `PROXY one:8080; HTTPS two:443; DIRECT`, the preferred
 * one first. Kinds that Rivulet does not speak are left out; throws a {@link ProxyProblem} when
 * there are only such.
 */
export function routesOfSystem(answer: string): readonly Route[] {
  const entries = answer.split(';').flatMap((entry) => {
    const [kind = '', address = ''] = entry.trim().split(/\s+/)
    return kind === '' ? [] : [{ kind: kind.toUpperCase(), address }]
  })
  const routes = entries.flatMap(({ kind, address }): readonly Route[] => {
    if (kind === 'DIRECT') return [null]
    if (kind === 'PROXY' || kind === 'HTTP') return [parseProxy(`http://${address}`)]
    return kind === 'HTTPS' ? [parseProxy(`https://${address}`)] : []
  })
  if (routes.length > 0) return routes
  if (entries.length === 0) return [null]
  throw new ProxyProblem('ERR_PROXY_UNSUPPORTED', 'This kind of proxy is not supported')
}
