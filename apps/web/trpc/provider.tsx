'use client'

import type { AppRouter } from '@cascade/api'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createTRPCClient, httpBatchLink } from '@trpc/client'
import { type ReactNode, useState } from 'react'
import { signIn } from '../features/identity/sign-in.ts'
import { TRPCProvider } from './client.ts'

const FRESH_MS = 15_000

const makeQueryClient = () =>
  new QueryClient({
    defaultOptions: { queries: { staleTime: FRESH_MS, retry: 1, refetchOnWindowFocus: false } },
  })

/**
 * Pages read from the API in the browser only, where the session is; one is taken before the first question.
 */
const makeClient = () =>
  createTRPCClient<AppRouter>({
    links: [
      httpBatchLink({
        url: '/api/trpc',
        maxURLLength: 2000,
        headers: async () => {
          await signIn()
          return {}
        },
      }),
    ],
  })

/** Gives every component below it the API and the cache of its answers. */
export function TrpcProvider({ children }: { children: ReactNode }) {
  const [queryClient] = useState(makeQueryClient)
  const [trpcClient] = useState(makeClient)
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={trpcClient} queryClient={queryClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  )
}
