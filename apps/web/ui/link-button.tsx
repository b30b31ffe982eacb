import Link from 'next/link'
import type { ReactNode } from 'react'
import { type ButtonSize, type ButtonVariant, buttonStyle } from './button-style.ts'
import { classNames } from './class-names.ts'

interface LinkButtonProps {
  href: string
  variant?: ButtonVariant
  size?: ButtonSize
  className?: string
  children: ReactNode
}

/** A link to another page that looks like a button. */
export function LinkButton({ href, variant = 'quiet', size = 'md', className, children }: LinkButtonProps) {
  return (
    <Link href={href} className={classNames(buttonStyle(variant, size), className)}>
      {children}
    </Link>
  )
}
