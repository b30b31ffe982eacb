import type { ReactNode } from 'react'

/** A page's heading with one sentence about it. */
export function PageTitle({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <header className="flex max-w-2xl flex-col gap-2">
      <h1 className="font-semibold text-title">{title}</h1>
      {children && <p className="text-muted sm:text-lg">{children}</p>}
    </header>
  )
}
