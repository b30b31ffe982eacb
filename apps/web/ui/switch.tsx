'use client'

import type { ReactNode } from 'react'
import { Switch as AriaSwitch } from 'react-aria-components/Switch'
import { classNames } from './class-names.ts'

interface SwitchProps {
  isSelected: boolean
  onChange: (isSelected: boolean) => void
  isDisabled?: boolean
  children: ReactNode
  className?: string
}

/** Something that is on or off at once. */
export function Switch({ isSelected, onChange, isDisabled = false, children, className }: SwitchProps) {
  return (
    <AriaSwitch
      isSelected={isSelected}
      onChange={onChange}
      isDisabled={isDisabled}
      className={classNames(
        'group flex min-h-11 cursor-pointer items-center gap-3 disabled:opacity-45',
        className,
      )}
    >
      <span className="flex h-6 w-10 shrink-0 items-center rounded-full bg-edge p-0.5 transition-colors group-selected:bg-accent group-focus-visible:outline-2 group-focus-visible:outline-offset-2 group-focus-visible:outline-accent">
        <span className="size-5 rounded-full bg-surface transition-transform group-selected:translate-x-4 rtl:group-selected:-translate-x-4" />
      </span>
      <span className="min-w-0 flex-1">{children}</span>
    </AriaSwitch>
  )
}
