import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

const always: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  // Join codes live in addresses.
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
}

/** Interfaces answer with data that nobody may render. */
const dataPolicy = "default-src 'none'; frame-ancestors 'none'"

/** Sets what every answer carries. */
export function setSafetyHeaders(response: ServerResponse): void {
  for (const [name, value] of Object.entries(always)) response.setHeader(name, value)
  response.setHeader('content-security-policy', dataPolicy)
}

/**
 * Gives a page its content security policy. Next reads the nonce from the request and puts it on its own
 * inline scripts, so none but those run.
 */
export function setPagePolicy(request: IncomingMessage, response: ServerResponse, dev: boolean): void {
  const policy = pagePolicy(randomBytes(16).toString('base64'), dev)
  request.headers['content-security-policy'] = policy
  response.setHeader('content-security-policy', policy)
}

/** React writes style attributes and the chart a style element: styles may be inline, scripts never. */
function pagePolicy(nonce: string, dev: boolean): string {
  const directives = [
    "default-src 'self'",
    // While developing, React rebuilds stack traces with eval.
    `script-src 'self' 'nonce-${nonce}'${dev ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ]
  return directives.join('; ')
}
