import { type ApiContext, appRouter } from '@cascade/api'
import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import type { Auth } from '../auth/auth.ts'
import type { Log } from '../log.ts'
import type { WebHandler } from './exchange.ts'

interface Parts extends Omit<ApiContext, 'userId'> {
  readonly auth: Auth
  readonly log: Log
}

/** Answers everything below /api/trpc/ for the user of the request's cookie. */
export const createTrpc =
  ({ auth, log, prisma, journal }: Parts): WebHandler =>
  (request) =>
    fetchRequestHandler({
      endpoint: '/api/trpc',
      req: request,
      router: appRouter,
      createContext: async () => ({ userId: await auth.userOf(request.headers), prisma, journal }),
      onError: ({ error, path }) => {
        if (error.code === 'INTERNAL_SERVER_ERROR') log.error({ err: error, path }, 'an API call failed')
      },
    })
