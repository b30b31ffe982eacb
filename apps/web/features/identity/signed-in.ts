import { type Answered, connect, type LiveClient } from '../../live/index.ts'
import { signIn } from './sign-in.ts'

/** Signs this browser in if need be, then asks the server for something over the live line. */
export async function signedIn<T>(ask: (client: LiveClient) => Promise<Answered<T>>): Promise<Answered<T>> {
  if (!(await signIn())) return { ok: false, no: { refusal: 'unreachable' } }
  const client = connect()
  if (client.connection.current() === 'signed_out') client.reconnect()
  return ask(client)
}
