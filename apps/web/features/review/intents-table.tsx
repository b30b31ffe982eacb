'use client'

import type { InstrumentId } from '@cascade/engine'
import type { Asked, Fate, OtherMode, TwinIntent } from '@cascade/review'
import { Ban, Check, Hourglass, Skull, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { wholeMoney } from '../../format/money.ts'
import { leverage } from '../../format/number.ts'
import { onIncrement } from '../../format/price.ts'
import { clock } from '../../format/time.ts'
import { classNames } from '../../ui/class-names.ts'
import { Empty } from '../../ui/empty.tsx'
import { ScrollBox } from '../../ui/scroll-box.tsx'
import { Switch } from '../../ui/switch.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import type { Cast } from '../events/sentence.ts'
import { useRejectionWords } from '../trade/use-words.ts'

interface IntentsTableProps {
  otherMode: OtherMode
  cast: Cast
  tickMs: number
}

interface Row extends TwinIntent {
  readonly id: string
}

/** Everything the account asked for, and what became of it in both worlds. */
export function IntentsTable({ otherMode, cast, tickMs }: IntentsTableProps) {
  const t = useTranslations('review.intents')
  const [isShort, setShort] = useState(false)
  const rows = otherMode.intents.map((intent, index): Row => ({ ...intent, id: String(index) }))
  const shown = isShort ? rows.filter(({ differs }) => differs) : rows
  if (rows.length === 0) return <Empty title={t('none')} text={t('noneText')} />
  const columns: readonly Column<Row>[] = [
    { id: 'time', header: t('time'), cell: ({ tick }) => clock(tick * tickMs), className: 'text-muted' },
    { id: 'asked', header: t('asked'), cell: ({ asked }) => <AskedWords asked={asked} cast={cast} /> },
    {
      id: 'own',
      header: t('own'),
      cell: ({ own, asked }) => <FateWords fate={own} asked={asked} cast={cast} />,
    },
    {
      id: 'twin',
      header: t('twin'),
      cell: ({ twin, asked }) => <FateWords fate={twin} asked={asked} cast={cast} />,
    },
  ]
  return (
    <div className="flex flex-col gap-2">
      <Switch isSelected={isShort} onChange={setShort}>
        {t('onlyDifferent')}
      </Switch>
      {shown.length === 0 ? (
        <p className="text-muted">{t('noDifference')}</p>
      ) : (
        <>
          <IntentList rows={shown} cast={cast} tickMs={tickMs} />
          <ScrollBox label={t('title')} className="hidden max-h-[28rem] text-sm sm:block">
            <Table
              label={t('title')}
              columns={columns}
              rows={shown}
              keyOf={({ id }) => id}
              rowClass={({ differs }) => (differs ? 'bg-warn/8' : undefined)}
            />
          </ScrollBox>
        </>
      )}
    </div>
  )
}

/** The same for a phone: one intent below the other, its two fates side by side. */
function IntentList({ rows, cast, tickMs }: { rows: readonly Row[]; cast: Cast; tickMs: number }) {
  const t = useTranslations('review.intents')
  return (
    <ol aria-label={t('title')} className="flex flex-col gap-2 text-sm sm:hidden">
      {rows.map(({ id, tick, asked, own, twin, differs }) => (
        <li
          key={id}
          className={classNames('flex flex-col gap-2 rounded-lg p-3', differs ? 'bg-warn/8' : 'bg-sunken')}
        >
          <span className="flex gap-2 font-medium">
            <time className="text-muted">{clock(tick * tickMs)}</time>
            <span>
              <AskedWords asked={asked} cast={cast} />
            </span>
          </span>
          <span className="grid grid-cols-2 gap-3">
            <span className="flex flex-col">
              <span className="text-muted">{t('own')}</span>
              <FateWords fate={own} asked={asked} cast={cast} />
            </span>
            <span className="flex flex-col">
              <span className="text-muted">{t('twin')}</span>
              <FateWords fate={twin} asked={asked} cast={cast} />
            </span>
          </span>
        </li>
      ))}
    </ol>
  )
}

function AskedWords({ asked, cast }: { asked: Asked; cast: Cast }) {
  const t = useTranslations('review.intents.asks')
  const words = useTranslations('trade')
  switch (asked.kind) {
    case 'order':
      return t(asked.reduceOnly ? 'close' : 'order', {
        side: asked.side,
        instrument: asked.instrument,
        quantity: onIncrement(asked.quantity, stepsOf(cast, asked.instrument).size),
        type: words(`orderTypes.${asked.orderType}`).toLowerCase(),
        price:
          asked.price === null ? 'none' : onIncrement(asked.price, stepsOf(cast, asked.instrument).price),
      })
    case 'cancel':
      return t('cancel')
    case 'leverage':
      return t('leverage', { instrument: asked.instrument, leverage: leverage(asked.leverage) })
    case 'mode':
      return t('mode', { instrument: asked.instrument, mode: words(asked.marginMode).toLowerCase() })
    case 'margin': {
      const amount = wholeMoney(Math.abs(asked.amount))
      return t(asked.amount < 0 ? 'marginRemove' : 'marginAdd', { instrument: asked.instrument, amount })
    }
  }
}

const LOOKS = {
  filled: { Icon: Check, tone: 'text-gain' },
  done: { Icon: Check, tone: 'text-muted' },
  cancelled: { Icon: X, tone: 'text-muted' },
  waiting: { Icon: Hourglass, tone: 'text-muted' },
  rejected: { Icon: Ban, tone: 'text-warn' },
  after_wipe: { Icon: Skull, tone: 'text-danger' },
} as const

function FateWords({ fate, asked, cast }: { fate: Fate; asked: Asked; cast: Cast }) {
  const t = useTranslations('review.intents.fates')
  const reasons = useTranslations('trade.events.reasons')
  const why = useRejectionWords()
  const { Icon, tone } = LOOKS[fate.kind]
  const steps = 'instrument' in asked ? stepsOf(cast, asked.instrument) : SMALLEST
  return (
    <span className="flex flex-col">
      <span className={classNames('flex items-center gap-1.5 font-medium', tone)}>
        <Icon size={15} className="shrink-0" aria-hidden />
        {fate.kind === 'filled' && t('filled', { price: onIncrement(fate.price, steps.price) })}
        {fate.kind === 'cancelled' && t('cancelled', { reason: reasons(fate.reason) })}
        {fate.kind !== 'filled' && fate.kind !== 'cancelled' && t(fate.kind)}
      </span>
      {fate.kind === 'rejected' && <span className="text-muted sm:min-w-40">{why(fate)}</span>}
    </span>
  )
}

const SMALLEST = { price: 0.01, size: 0.001 }

const stepsOf = ({ increments }: Cast, instrument: InstrumentId) => increments.get(instrument) ?? SMALLEST
