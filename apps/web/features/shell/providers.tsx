'use client'

import type { ReactNode } from 'react'
import { MessagesProvider } from '../../messages/provider.tsx'
import { TrpcProvider } from '../../trpc/provider.tsx'
import { Toasts } from '../../ui/toast.tsx'
import { SystemTheme } from './system-theme.tsx'

/** What every page stands on: the catalogue, the data client, and the place where news appears. */
export function Providers({ children }: { children: ReactNode }) {
  return (
    <MessagesProvider>
      <TrpcProvider>{children}</TrpcProvider>
      <Toasts />
      <SystemTheme />
    </MessagesProvider>
  )
}
