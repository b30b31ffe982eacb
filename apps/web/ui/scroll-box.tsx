import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

interface ScrollBoxProps {
  /** What is inside, for who comes to it by keyboard. */
  label: string
  children: ReactNode
  /** How high it may become. */
  className: string
}

/** Something that scrolls by itself. It takes the focus, so that arrow keys scroll it in every browser. */
export function ScrollBox({ label, children, className }: ScrollBoxProps) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: without focus a keyboard cannot scroll it.
      tabIndex={0}
      className={classNames('overflow-y-auto', className)}
    >
      {children}
    </section>
  )
}
