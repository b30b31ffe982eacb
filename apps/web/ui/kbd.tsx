import type { ReactNode } from 'react'

/** A key of the keyboard. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-grid min-h-6 min-w-6 place-items-center rounded border border-line bg-hover px-1.5 font-mono text-2xs text-muted">
      {children}
    </kbd>
  )
}
