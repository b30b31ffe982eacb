import { problemsOf } from '@cascade/protocol'
import { initTRPC } from '@trpc/server'
import { ZodError } from 'zod'
import type { ApiContext } from './context.ts'
import { problem } from './problem.ts'

const FAULT = 'fault'

// The one place where errors become answers. Nothing of a bug's text or stack goes out.
const api = initTRPC.context<ApiContext>().create({
  isDev: false,
  errorFormatter: ({ shape, error }) => ({
    ...shape,
    message: messageOf(error),
    data: {
      code: shape.data.code,
      httpStatus: shape.data.httpStatus,
      problems: error.cause instanceof ZodError ? problemsOf(error.cause) : [],
    },
  }),
})

const messageOf = (error: {
  readonly code: string
  readonly message: string
  readonly cause?: unknown
}): string => {
  if (error.cause instanceof ZodError) return 'bad_message'
  return error.code === 'INTERNAL_SERVER_ERROR' ? FAULT : error.message
}

export const { router, createCallerFactory } = api

/** For callers with a session. Checked in every procedure, never on the way to it. */
export const signedIn = api.procedure.use(({ ctx, next }) => {
  const { userId } = ctx
  if (userId === null) throw problem('not_signed_in')
  return next({ ctx: { ...ctx, userId } })
})
