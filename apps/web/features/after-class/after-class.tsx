'use client'

import type { RoundId, SeatId } from '@cascade/engine'
import { Download } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import type { Overview, Tables } from '../review/conversation.ts'
import { saveText } from './save-text.ts'
import { anonymousResults, eventLog, namedResults, priceTable } from './tables.ts'

interface AfterClassProps {
  overview: Overview
  names: ReadonlyMap<SeatId, string>
  /** Names are for who held the class. */
  isHost: boolean
  tables: Tables | null
  ask: () => void
  roundId: RoundId
}

type Kind = 'named' | 'anonymous' | 'events' | 'prices'

/**
 * What can be taken away from a finished round: tables made in this browser from the record it has
 * verified.
 */
export function AfterClass({ overview, names, isHost, tables, ask, roundId }: AfterClassProps) {
  const t = useTranslations('afterClass')
  const [wanted, setWanted] = useState<Kind | null>(null)
  useEffect(() => {
    if (!wanted || !tables) return
    const nameOf = (seat: SeatId) => names.get(seat) ?? seat
    const text = {
      named: () => namedResults(tables.results, nameOf),
      anonymous: () => anonymousResults(tables.results),
      events: () =>
        eventLog(
          tables.events,
          tables.results.map(({ seat }) => seat),
        ),
      prices: () => priceTable(overview),
    }[wanted]()
    saveText(fileName(wanted, roundId), text)
    setWanted(null)
  }, [wanted, tables, names, overview, roundId])
  const want = (kind: Kind) => {
    if (!tables) ask()
    setWanted(kind)
  }
  const kinds: readonly Kind[] = isHost
    ? ['named', 'anonymous', 'events', 'prices']
    : ['anonymous', 'events', 'prices']
  return (
    <Card title={t('title')}>
      <p className="text-muted text-sm">{t('text')}</p>
      <ul className="grid gap-3 sm:grid-cols-2">
        {kinds.map((kind) => (
          <li key={kind} className="flex items-center justify-between gap-3 rounded-lg bg-sunken p-3">
            <span className="flex min-w-0 flex-col">
              <span className="font-medium">{t(`${kind}.title`)}</span>
              <span className="text-muted text-sm">{t(`${kind}.text`)}</span>
            </span>
            <Button
              onPress={() => want(kind)}
              isPending={wanted === kind}
              aria-label={t('save', { what: t(`${kind}.title`) })}
            >
              <Download size={18} aria-hidden />
              CSV
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** What must not name anybody does not name the round either. */
const fileName = (kind: Kind, roundId: RoundId): string =>
  kind === 'named' ? `cascade-results-${roundId}.csv` : `cascade-${FILE_WORDS[kind]}-${today()}.csv`

const FILE_WORDS = { anonymous: 'results', events: 'events', prices: 'prices' } as const

const today = (): string => new Date().toISOString().slice(0, 10)
