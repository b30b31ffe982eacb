'use client'

import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'

const healthSchema = z.object({ lanUrl: z.string().nullish() })

/** Where others on the network reach this server. */
export interface JoinAddress {
  readonly origin: string
  /** False when only this computer can open the address. */
  readonly isShared: boolean
}

const LOCAL = /^(localhost|127\.|\[::1\])/

/**
 * The address that phones can open: the page's own unless that is only good on this computer. Null until
 * known.
 */
export function useJoinAddress(): JoinAddress | null {
  const { data, isPending } = useQuery({
    queryKey: ['health'],
    queryFn: askServer,
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (isPending) return null
  const { origin, hostname } = window.location
  if (!LOCAL.test(hostname)) return { origin, isShared: true }
  return data?.lanUrl ? { origin: data.lanUrl, isShared: true } : { origin, isShared: false }
}

async function askServer(): Promise<{ lanUrl?: string | null | undefined }> {
  const response = await fetch('/api/health')
  const health = healthSchema.safeParse(await response.json())
  return health.success ? health.data : {}
}
