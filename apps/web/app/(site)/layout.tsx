import type { ReactNode } from 'react'
import { SiteFooter } from '../../features/shell/site-footer.tsx'
import { SiteHeader } from '../../features/shell/site-header.tsx'

export default function SiteLayout({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SiteHeader />
      <main className="mx-auto w-full max-w-6xl flex-1 px-4 pt-2 pb-8 sm:px-6 sm:pt-6">{children}</main>
      <SiteFooter />
    </div>
  )
}
