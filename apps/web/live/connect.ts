import type { LiveClient } from './live-client.ts'

/** The tab's line to the server, made at the first call; in the browser only. */
export function connect(): LiveClient {
  throw new Error('the live client is opened in the browser')
}
