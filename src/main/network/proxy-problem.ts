export type ProxyProblemCode =
  /** It wants to know who asks, or does not allow the host. */
  | 'ERR_PROXY_REFUSED'
  /** Encrypted, and its certificate is not trusted. */
  | 'ERR_PROXY_CERTIFICATE'
  /** An address that cannot be read, or a kind that Rivulet does not speak (SOCKS). */
  | 'ERR_PROXY_UNSUPPORTED'
  /** The proxy works, the host behind it does not answer it. */
  | 'EHOSTUNREACH'

/** What a proxy did not do. The text holds no address, since an address may hold a password. */
export class ProxyProblem extends Error {
  override readonly name = 'ProxyProblem'

  constructor(
    readonly code: ProxyProblemCode,
    message: string,
  ) {
    super(message)
  }
}
