import { appOrigin, diagramsPage, diagramsScripts } from './app-address'

/** Sent as a header with every page: code, style, fonts and pictures of our own only, and no network. */
export const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  `frame-src ${diagramsPage}`,
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ')

/**
 * Sent with the page that draws diagrams and with its scripts. What it draws comes from a model, and
 * it draws with style elements; so it has no origin, nothing to load but its scripts, and no way out.
 */
export const diagramsPolicy = [
  "default-src 'none'",
  `script-src ${diagramsScripts}`,
  "style-src 'unsafe-inline'",
  'img-src data:',
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  `frame-ancestors ${appOrigin}`,
  'sandbox allow-scripts',
].join('; ')
