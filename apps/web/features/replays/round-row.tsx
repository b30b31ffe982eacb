'use client'

import { ChevronRight } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { relative } from '../../format/time.ts'
import { Badge } from '../../ui/badge.tsx'
import { Change } from '../shell/change.tsx'
import { ModeBadge } from '../shell/mode-badge.tsx'

interface RoundRowProps {
  href: string
  title: string
  market: string | null
  seats: number
  /** When it ended or began, in ISO form. */
  at: string | null
  /** Says how the round stands when it is not over. */
  status?: ReactNode
  /** How a seat came out of it. */
  result: { name?: string; growth: string; wiped: boolean; marginMode: string | null } | null
}

/** One round in a list, as a link to it. */
export function RoundRow({ href, title, market, seats, at, status, result }: RoundRowProps) {
  const t = useTranslations('leaderboard.rounds')
  const details = [market, t('seats', { count: seats }), at && relative(new Date(at), new Date())]
  return (
    <li>
      <Link
        href={href}
        className="group flex min-h-16 items-center gap-3 rounded-xl px-4 py-3 transition-colors hover:bg-hover/60"
      >
        <span className="flex min-w-0 flex-1 flex-col gap-0.5">
          <span className="flex flex-wrap items-center gap-x-2 font-medium">
            {title}
            {status}
          </span>
          <span className="text-muted text-sm">
            {result?.name && <span className="text-text sm:hidden">{`${result.name} \u00b7 `}</span>}
            {details.filter(Boolean).join(' \u00b7 ')}
          </span>
        </span>
        {result && (
          <span className="flex flex-col items-end gap-0.5">
            <span className="flex flex-wrap items-center justify-end gap-x-2">
              {result.name && <span className="max-sm:hidden">{result.name}</span>}
              {result.wiped ? <Badge tone="danger">{t('wiped')}</Badge> : <Change share={result.growth} />}
            </span>
            <ModeBadge mode={result.marginMode} />
          </span>
        )}
        <ChevronRight size={18} className="shrink-0 text-muted rtl:rotate-180" aria-hidden />
      </Link>
    </li>
  )
}
