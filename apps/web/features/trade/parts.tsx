'use client'

import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useRound } from '../../live/index.ts'
import { Badge } from '../../ui/badge.tsx'
import { ScrollBox } from '../../ui/scroll-box.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { Leaderboard } from '../board/leaderboard.tsx'
import { EventFeed } from '../events/event-feed.tsx'
import { GaugesList } from '../gauge/gauges-list.tsx'
import { Positions } from '../positions/positions.tsx'
import { LiveTanks } from './live-tanks.tsx'
import { useSeated } from './use-seated.ts'

interface PartsProps {
  chart: ReactNode
  /** How near the chosen instrument is to a cascade; nothing where trades do not move prices. */
  gauge: ReactNode
  ticket: ReactNode
}

type Part = 'ticket' | 'positions' | 'events' | 'board'

/** On a phone: the chart stays, and below it one part at a time; for who only watches, none of an account. */
export function PhoneParts({ chart, gauge, ticket }: PartsProps) {
  const t = useTranslations('trade.sections')
  const isSeated = useSeated()
  const [part, setPart] = useState<Part>(isSeated ? 'ticket' : 'board')
  const shared = [
    { id: 'events', label: t('events'), content: <EventFeed /> },
    { id: 'board', label: t('board'), content: isSeated ? <Leaderboard /> : <WatchedBoard words={ticket} /> },
  ] as const
  return (
    <div className="flex flex-1 flex-col">
      <div className="h-36 px-1 has-[+section]:h-30 sm:h-72">{chart}</div>
      {gauge}
      <Tabs
        label={t('label')}
        value={part}
        onChange={setPart}
        className="flex-1 gap-3! px-4 pb-6 [&_[role=tab]]:px-2.5 [&_[role=tab]]:text-sm"
        tabs={
          isSeated
            ? [
                { id: 'ticket', label: t('ticket'), content: ticket },
                { id: 'positions', label: <PositionsLabel />, content: <Positions /> },
                ...shared,
              ]
            : shared
        }
      />
    </div>
  )
}

function WatchedBoard({ words }: { words: ReactNode }) {
  return (
    <div className="flex flex-col gap-4">
      {words}
      <Leaderboard />
    </div>
  )
}

function PositionsLabel() {
  const t = useTranslations('trade.sections')
  const held = useRound(({ account }) => account?.positions.size ?? 0)
  return (
    <>
      {t('positions')}
      {held > 0 && <Badge>{held}</Badge>}
    </>
  )
}

/** On a desk: everything at once, each part scrolling by itself; for who only watches, market and room. */
export function DeskParts({ chart, gauge, ticket }: PartsProps) {
  const t = useTranslations('trade.sections')
  if (!useSeated()) return <WatcherParts chart={chart} gauge={gauge} ticket={ticket} />
  return (
    <div className="grid flex-1 grid-cols-[minmax(0,1fr)_21rem] items-start gap-4 px-4 pb-4 xl:grid-cols-[minmax(0,1fr)_22rem_18rem]">
      <div className="flex min-w-0 flex-col gap-4">
        <div className="h-[26rem] rounded-2xl bg-raised p-2">{chart}</div>
        {gauge}
        <section aria-label={t('positions')}>
          <Positions />
        </section>
      </div>
      <div className="rounded-2xl bg-raised p-4">{ticket}</div>
      <div className="col-span-2 grid grid-cols-2 gap-4 xl:col-span-1 xl:grid-cols-1">
        <SidePart title={t('tanks')}>
          <LiveTanks />
        </SidePart>
        <RoomParts />
      </div>
    </div>
  )
}

function WatcherParts({ chart, gauge, ticket }: PartsProps) {
  return (
    <div className="grid flex-1 grid-cols-[minmax(0,1fr)_22rem] items-start gap-4 px-4 pb-4">
      <div className="flex min-w-0 flex-col gap-4">
        <div className="h-[calc(100dvh-10rem)] min-h-80 rounded-2xl bg-raised p-2 has-[+section]:h-[calc(100dvh-20rem)]">
          {chart}
        </div>
        {gauge}
      </div>
      <div className="flex flex-col gap-4">
        {ticket}
        <GaugesList />
        <RoomParts />
      </div>
    </div>
  )
}

/** What everyone in the room sees alike. */
function RoomParts() {
  const t = useTranslations('trade.sections')
  return (
    <>
      <SidePart title={t('board')}>
        <Leaderboard />
      </SidePart>
      <SidePart title={t('events')}>
        <ScrollBox label={t('events')} className="max-h-72">
          <EventFeed />
        </ScrollBox>
      </SidePart>
    </>
  )
}

function SidePart({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex min-w-0 flex-col gap-3 rounded-2xl bg-raised p-4">
      <h2 className="font-semibold">{title}</h2>
      {children}
    </section>
  )
}
