import { connect, type Socket } from 'node:net'
import { portOf, type Route } from './route'

/** Begins a TCP connection to the proxy, or without one to the host itself. */
export function openFirstHop(url: URL, route: Route): Socket {
  const socket = connect({
    host: route?.hostname ?? url.hostname.replace(/^\[|\]$/g, ''),
    port: route?.port ?? portOf(url),
  })
  return socket.setNoDelay(true).setKeepAlive(true, 60_000)
}
