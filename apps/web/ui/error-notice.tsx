import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

interface ErrorNoticeProps {
  /** What happened. */
  what: string
  /** Why it happened, as far as it is known. */
  why?: string | undefined
  /** What to do: a button, a link or a sentence. */
  action?: ReactNode
}

/** An error in three parts: what, why, what to do. */
export function ErrorNotice({ what, why, action }: ErrorNoticeProps) {
  return (
    <div role="alert" className="flex gap-3 rounded-xl bg-danger/10 p-4">
      <CircleAlert size={20} className="mt-0.5 shrink-0 text-danger" aria-hidden />
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <p className="font-medium">{what}</p>
        {why && <p className="text-sm text-muted">{why}</p>}
        {action && <div className="pt-2">{action}</div>}
      </div>
    </div>
  )
}
