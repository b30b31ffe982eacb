'use client'

import type { Phase } from '@cascade/engine'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useTRPC } from '../../trpc/client.ts'
import { Badge } from '../../ui/badge.tsx'
import { hasSession } from '../identity/sign-in.ts'
import { roundHref } from '../shell/round-href.ts'
import { RoundRow } from './round-row.tsx'

const SHOWN = 5
const TONES = { lobby: 'accent', running: 'accent', quarantined: 'danger' } as const

/** A round that the server has stopped moves no more than one that is over. */
const phaseOf = (status: Phase | 'quarantined'): Phase => (status === 'quarantined' ? 'ended' : status)

/** The rounds of this browser, with those that still go on. Asks nothing of a browser that never played. */
export function OwnRounds() {
  const t = useTranslations('leaderboard.rounds')
  const trpc = useTRPC()
  const { data: isKnown } = useQuery({ queryKey: ['session'], queryFn: hasSession })
  const { data } = useQuery({
    ...trpc.rounds.recent.queryOptions({ limit: SHOWN }),
    enabled: isKnown === true,
  })
  if (!data || data.length === 0) return null
  return (
    <section className="flex flex-col gap-3">
      <h2 className="font-semibold text-lg tracking-tight">{t('own')}</h2>
      <ul className="flex flex-col divide-y divide-line/60 rounded-xl bg-raised">
        {data.map((round) => (
          <RoundRow
            key={round.roundId}
            href={roundHref({ roundId: round.roundId, phase: phaseOf(round.status) })}
            title={round.title ?? t(`kinds.${round.kind}`)}
            market={null}
            seats={round.seats}
            at={round.endedAt ?? round.createdAt}
            status={round.status !== 'ended' && <Badge tone={TONES[round.status]}>{t(round.status)}</Badge>}
            result={round.result}
          />
        ))}
      </ul>
    </section>
  )
}
