import type { IncomingHttpHeaders } from 'node:http'
import type { PrismaClient } from '@cascade/db'
import { betterAuth } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { fromNodeHeaders } from 'better-auth/node'
import { anonymous } from 'better-auth/plugins/anonymous'
import type { WebHandler } from '../http/exchange.ts'
import type { Hosts } from '../http/hosts.ts'

const DAY_SECONDS = 86_400

/** Says who is there. */
export interface Auth {
  /** Answers the sign-in routes below /api/auth/. */
  readonly handle: WebHandler
  /** The user that a request's cookie stands for, or null. */
  userOf(headers: IncomingHttpHeaders | Headers): Promise<string | null>
}

/** The sign-in routes that exist; the library knows many more, and none of them is ours. */
const ROUTES = new Set(['sign-in/anonymous', 'get-session', 'sign-out', 'delete-anonymous-user'])

/** Sets up anonymous sessions: a seat needs neither an address nor a name. */
export function createAuth({
  prisma,
  hosts,
  secret,
}: {
  prisma: PrismaClient
  hosts: Hosts
  secret: string
}): Auth {
  const secure = hosts.origins.some((origin) => origin.startsWith('https:'))
  const auth = betterAuth({
    appName: 'Cascade',
    secret,
    database: prismaAdapter(prisma, { provider: 'postgresql' }),
    baseURL: { allowedHosts: [...hosts.names], protocol: secure ? 'https' : 'http' },
    trustedOrigins: [...hosts.origins],
    plugins: [anonymous({ emailDomainName: 'anonymous.invalid' })],
    session: { expiresIn: 90 * DAY_SECONDS, updateAge: DAY_SECONDS },
    // The door counts sign-ins by the real address; this counter would see one address for all.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    advanced: {
      cookiePrefix: 'cascade',
      useSecureCookies: secure,
      ipAddress: { disableIpTracking: true },
    },
    // Addresses and browsers of children are not kept.
    databaseHooks: {
      session: {
        create: { before: async (session) => ({ data: { ...session, ipAddress: null, userAgent: null } }) },
      },
    },
    logger: { level: 'error' },
  })
  return {
    handle: async (request) => {
      const route = new URL(request.url).pathname.slice('/api/auth/'.length)
      return ROUTES.has(route)
        ? auth.handler(request)
        : new Response('There is nothing here.\n', { status: 404 })
    },
    userOf: async (headers) => {
      const session = await auth.api.getSession({
        headers: headers instanceof Headers ? headers : fromNodeHeaders(headers),
      })
      return session?.user.id ?? null
    },
  }
}
