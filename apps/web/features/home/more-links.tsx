'use client'

import { BookOpen, ChevronRight, type LucideIcon, Rewind, Trophy } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'use-intl'

const LINKS: readonly { id: 'learn' | 'leaderboard' | 'replays'; Icon: LucideIcon }[] = [
  { id: 'learn', Icon: BookOpen },
  { id: 'leaderboard', Icon: Trophy },
  { id: 'replays', Icon: Rewind },
]

/** The ways to what is not a round. */
export function MoreLinks() {
  const t = useTranslations('home.more')
  return (
    <nav aria-label={t('label')} className="grid gap-x-4 md:grid-cols-3">
      {LINKS.map(({ id, Icon }) => (
        <Link
          key={id}
          href={`/${id}`}
          className="group flex min-h-18 items-center gap-4 rounded-xl px-2 py-3 transition-colors hover:bg-raised md:px-4"
        >
          <Icon size={22} className="shrink-0 text-muted group-hover:text-accent" aria-hidden />
          <span className="flex min-w-0 flex-1 flex-col">
            <span className="font-semibold">{t(`${id}.title`)}</span>
            <span className="text-sm text-muted">{t(`${id}.text`)}</span>
          </span>
          <ChevronRight size={18} className="shrink-0 text-muted rtl:rotate-180" aria-hidden />
        </Link>
      ))}
    </nav>
  )
}
