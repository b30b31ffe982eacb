import { TRPCError } from '@trpc/server'

const CODES = {
  not_signed_in: 'UNAUTHORIZED',
  round_unknown: 'NOT_FOUND',
  round_not_over: 'PRECONDITION_FAILED',
} as const

/** Why a call gets no answer. */
export type ProblemReason = keyof typeof CODES

/** The no of the API: the reason is the message, the words for it are the catalogue's. */
export const problem = (reason: ProblemReason): TRPCError =>
  new TRPCError({ code: CODES[reason], message: reason })
