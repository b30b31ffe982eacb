import { BurstyRateLimiter, RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

interface Limit {
  readonly points: number
  readonly seconds: number
  /** How many more may come at once now and then. */
  readonly burst?: { readonly points: number; readonly seconds: number }
}

/**
 * How much of what one sender may ask for. A school is one address, so the limits of an address are wide
 * and the narrow ones go by account or socket.
 */
const LIMITS = {
  /** Requests of an address. */
  requests: { points: 600, seconds: 1 },
  /** New anonymous accounts of an address: a whole school in a minute, but not a flood. */
  signIns: { points: 1_200, seconds: 60 },
  /** Messages of a socket, of every kind. */
  messages: { points: 10, seconds: 1, burst: { points: 20, seconds: 5 } },
  /** Orders and other commands of an account. */
  commands: { points: 5, seconds: 1, burst: { points: 5, seconds: 5 } },
  /** Rounds and rooms that an account opens. */
  openings: { points: 20, seconds: 60 },
  /** Wrong join codes of an account; right ones never count. */
  wrongCodes: { points: 10, seconds: 600 },
  /** Wrong join codes of an address. */
  wrongCodesHere: { points: 100, seconds: 600 },
  /** Messages over the limit, after which a socket is cut. */
  overruns: { points: 100, seconds: 10 },
} as const satisfies Record<string, Limit>

/** The name of a limit. */
export type LimitName = keyof typeof LIMITS

/** Open sockets of one address. */
export const SOCKETS_PER_ADDRESS_MAX = 2_000

/** Counts who asks for what. In memory only: addresses are never written down. */
export interface Limits {
  /** Uses up one of a sender's; 0 when it was allowed, else the milliseconds until the next is. */
  take(name: LimitName, sender: string): Promise<number>
  /** Whether nothing is left, without using anything up: milliseconds until something is, or 0. */
  wait(name: LimitName, sender: string): Promise<number>
}

/** Fresh counters. */
export function createLimits(): Limits {
  const counters = new Map<LimitName, RateLimiterMemory | BurstyRateLimiter>()
  for (const [name, limit] of Object.entries(LIMITS)) counters.set(name as LimitName, counterOf(limit))
  const counter = (name: LimitName) => counters.get(name) ?? counterOf(LIMITS[name])
  return {
    take: async (name, sender) => {
      try {
        await counter(name).consume(sender)
        return 0
      } catch (over) {
        if (over instanceof RateLimiterRes) return Math.max(1, over.msBeforeNext)
        throw over
      }
    },
    wait: async (name, sender) => {
      const steady = counter(name)
      const used = steady instanceof RateLimiterMemory ? await steady.get(sender) : null
      return used && used.consumedPoints >= LIMITS[name].points ? Math.max(1, used.msBeforeNext) : 0
    },
  }
}

function counterOf({ points, seconds, burst }: Limit): RateLimiterMemory | BurstyRateLimiter {
  const steady = new RateLimiterMemory({ points, duration: seconds })
  if (!burst) return steady
  return new BurstyRateLimiter(
    steady,
    new RateLimiterMemory({ points: burst.points, duration: burst.seconds }),
  )
}
