import { isLoopback } from '../providers/model-server'
import { type Environment, routeOfEnvironment } from './environment-proxy'
import type { Route } from './route'
import { routesOfSystem } from './system-proxy'

/** The answer of the system's settings for an address, such as `PROXY host:port; DIRECT`. */
export type ResolveProxy = (url: string) => Promise<string>

export interface RouteChooser {
  /** Rejects with a `ProxyProblem` when the only proxy cannot be used. */
  routeTo(url: URL): Promise<Route>
  /** The route could not be gone: where the system names another one, that is next. */
  avoid(origin: string, route: Route): void
}

/** Milliseconds for which an answer of the system holds: it may come out of a script, and it may change. */
const answerHolds = 30_000

/**
 * Chooses between direct and a proxy: this computer directly, always; then the environment; then the
 * system.
 */
export function createRouteChooser(
  environment: Environment,
  resolveProxy: ResolveProxy,
  now: () => number,
): RouteChooser {
  const answers = new Map<
    string,
    { readonly until: number; readonly routes: Promise<readonly Route[]> }
  >()
  const askSystem = (origin: string): Promise<readonly Route[]> => {
    const known = answers.get(origin)
    if (known !== undefined && known.until > now()) return known.routes
    // A system that cannot say has no proxy, as far as anybody can know.
    const routes = resolveProxy(`${origin}/`).then(routesOfSystem, () => [null])
    routes.catch(() => {})
    answers.set(origin, { until: now() + answerHolds, routes })
    return routes
  }
  return {
    async routeTo(url) {
      if (isThisComputer(url)) return null
      const route = routeOfEnvironment(url, environment)
      return route === undefined ? ((await askSystem(url.origin))[0] ?? null) : route
    },
    avoid(origin, route) {
      const known = answers.get(origin)
      if (known === undefined) return
      const routes = known.routes.then((all) =>
        all.some((other) => same(other, route))
          ? [...all.filter((other) => !same(other, route)), route]
          : all,
      )
      routes.catch(() => {})
      answers.set(origin, { ...known, routes })
    },
  }
}

function same(left: Route, right: Route): boolean {
  return JSON.stringify(left) === JSON.stringify(right)
}

function isThisComputer({ href, hostname }: URL): boolean {
  return isLoopback(href) || hostname.endsWith('.localhost') || hostname === '0.0.0.0'
}
