'use client'

import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps } from 'react-aria-components/Button'
import { classNames } from './class-names.ts'
import { Hint } from './hint.tsx'

interface IconButtonProps extends Omit<ButtonProps, 'className' | 'children' | 'style' | 'aria-label'> {
  /** Says what the button does; shown as a hint and read aloud. */
  label: string
  className?: string
  children: ReactNode
}

/** A square button that shows only an icon. */
export function IconButton({ label, className, children, ...rest }: IconButtonProps) {
  return (
    <Hint text={label}>
      <AriaButton
        {...rest}
        aria-label={label}
        className={classNames(
          'inline-grid size-11 cursor-pointer place-items-center rounded-lg text-muted transition-colors',
          'hover:bg-hover hover:text-text pressed:bg-line disabled:cursor-not-allowed disabled:opacity-45',
          className,
        )}
      >
        {children}
      </AriaButton>
    </Hint>
  )
}
