import type { ReactNode } from 'react'

interface EmptyProps {
  picture?: ReactNode
  title: string
  text?: string
  /** What the reader can do about it. */
  action?: ReactNode
}

/** Says honestly that there is nothing yet, and what would change that. */
export function Empty({ picture, title, text, action }: EmptyProps) {
  return (
    <div className="flex flex-col items-center gap-3 rounded-2xl border border-dashed border-line px-6 py-8 text-center">
      {picture}
      <p className="font-medium">{title}</p>
      {text && <p className="max-w-prose text-sm text-muted">{text}</p>}
      {action}
    </div>
  )
}
