import { authClient } from './auth-client.ts'

let signingIn: Promise<boolean> | null = null

/**
 * Makes sure that this browser has a session: asks for the one it has, and takes an anonymous one if there is
 * none. Must be awaited before the first connection, which carries the session's cookie. False when the
 * server cannot be reached or says no; the next call tries again.
 */
export function signIn(): Promise<boolean> {
  signingIn ??= attempt().then((done) => {
    if (!done) signingIn = null
    return done
  })
  return signingIn
}

/** Whether this browser has a session already; takes none. */
export async function hasSession(): Promise<boolean> {
  const { data } = await authClient.getSession()
  return data !== null
}

async function attempt(): Promise<boolean> {
  try {
    // Signing in while a session exists is refused, so the session is asked for first.
    const { data: session, error } = await authClient.getSession()
    if (session) return true
    if (error && error.status >= 500) return false
    const { data } = await authClient.signIn.anonymous()
    return data !== null
  } catch {
    return false
  }
}
