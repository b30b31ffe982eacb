'use client'

import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import { type ButtonSize, type ButtonVariant, buttonStyle } from './button-style.ts'
import { classNames } from './class-names.ts'
import { Spinner } from './spinner.tsx'

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style'> {
  variant?: ButtonVariant
  size?: ButtonSize
  className?: string
  children: ReactNode
}

/** Something to press. While it is pending it keeps its width, stays focusable and takes no second press. */
export function Button({ variant = 'quiet', size = 'md', className, children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={classNames(buttonStyle(variant, size), className)}>
      {({ isPending }) => (
        <>
          <span className={classNames('inline-flex items-center gap-2', isPending && 'opacity-0')}>
            {children}
          </span>
          {isPending && (
            <span className="absolute inset-0 grid place-items-center">
              <Spinner />
            </span>
          )}
        </>
      )}
    </AriaButton>
  )
}
