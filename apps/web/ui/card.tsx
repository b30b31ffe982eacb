import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

interface CardProps {
  title?: ReactNode
  /** What stands at the right of the title, such as a link. */
  aside?: ReactNode
  children: ReactNode
  className?: string
}

/** A raised plane for things that belong together. */
export function Card({ title, aside, children, className }: CardProps) {
  return (
    <section className={classNames('flex flex-col gap-4 rounded-2xl bg-raised p-4 sm:p-6', className)}>
      {title && (
        <header className="flex items-center justify-between gap-3">
          <h2 className="text-lg font-semibold tracking-tight">{title}</h2>
          {aside}
        </header>
      )}
      {children}
    </section>
  )
}
