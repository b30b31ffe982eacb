'use client'

import type { ReactElement } from 'react'
import { Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip'

/** A short explanation beside a focusable child, on hover and on keyboard focus. */
export function Hint({ text, children }: { text: string; children: ReactElement }) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {children}
      <Tooltip
        offset={8}
        className="max-w-64 animate-appear rounded-md bg-text px-2.5 py-1.5 text-sm text-surface shadow-lg"
      >
        {text}
      </Tooltip>
    </TooltipTrigger>
  )
}
