'use client'

import type { Instrument, Tier } from '@cascade/engine'
import { useTranslations } from 'use-intl'
import { list } from '../../format/list.ts'
import { wholeMoney } from '../../format/money.ts'
import { percent } from '../../format/percent.ts'
import { Card } from '../../ui/card.tsx'
import { type Column, Table } from '../../ui/table.tsx'

/** The maintenance tables of the chosen instruments; those that share one are named together. */
export function TierTables({ instruments }: { instruments: readonly Instrument[] }) {
  const t = useTranslations('calculator.tiers')
  const columns: readonly Column<Tier>[] = [
    { id: 'floor', header: t('floor'), cell: ({ floor }) => wholeMoney(floor) },
    {
      id: 'rate',
      header: t('rate'),
      cell: ({ maintenanceRate }) => percent(maintenanceRate),
      isFigure: true,
    },
    {
      id: 'amount',
      header: t('amount'),
      cell: ({ maintenanceAmount }) => wholeMoney(maintenanceAmount),
      isFigure: true,
    },
  ]
  return (
    <Card title={t('title')}>
      <p className="max-w-2xl text-muted">{t('lead')}</p>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        {sharing(instruments).map(({ names, tiers }) => (
          <div key={names} className="flex min-w-0 flex-col gap-1">
            <h3 className="font-semibold">{names}</h3>
            <Table
              label={t('label', { names })}
              columns={columns}
              rows={tiers}
              keyOf={({ floor }) => floor.toFixed()}
            />
          </div>
        ))}
      </div>
    </Card>
  )
}

function sharing(instruments: readonly Instrument[]) {
  const groups = new Map<string, Instrument[]>()
  for (const instrument of instruments) {
    const key = instrument.tiers.map(({ floor, maintenanceRate }) => `${floor} ${maintenanceRate}`).join()
    groups.set(key, [...(groups.get(key) ?? []), instrument])
  }
  return [...groups.values()].flatMap((members) => {
    const [first] = members
    return first ? [{ names: list(members.map(({ id }) => id)), tiers: first.tiers }] : []
  })
}
