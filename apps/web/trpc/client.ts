import type { AppRouter } from '@cascade/api'
import { createTRPCContext } from '@trpc/tanstack-react-query'

/** The typed door to everything that is not part of a running round. */
export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>()
