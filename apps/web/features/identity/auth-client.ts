import { createAuthClient } from 'better-auth/client'
import { anonymousClient } from 'better-auth/client/plugins'

/** Speaks with the sign-in routes of our own server. */
export const authClient = createAuthClient({ plugins: [anonymousClient()] })
