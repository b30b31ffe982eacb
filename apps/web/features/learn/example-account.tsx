'use client'

import type { MarginMode } from '@cascade/engine'
import { useTranslations } from 'use-intl'
import { signedWholeMoney, wholeMoney } from '../../format/money.ts'
import { signedWholePercent } from '../../format/percent.ts'
import { classNames } from '../../ui/class-names.ts'
import { TankGlyph } from '../../ui/tank-glyph.tsx'
import { Tanks } from '../../ui/tanks.tsx'
import { outcomeOf } from './outcome.ts'
import type { ExampleTank, Letter, WorkedExample } from './worked-example.ts'

interface ExampleAccountProps {
  marginMode: MarginMode
  example: WorkedExample
  falls: Readonly<Record<Letter, number>>
}

const COLORS = { cross: 'text-cross', isolated: 'text-isolated' }
const STARTING = 1000
/** A tank as opened is drawn a little below its rim. */
const OPENED = 0.88

/** The example account in one margin mode: its tanks, its figures, and what has happened in one sentence. */
export function ExampleAccount({ marginMode, example, falls }: ExampleAccountProps) {
  const t = useTranslations('learn.account')
  const isCross = marginMode === 'cross'
  const outcome = outcomeOf(marginMode, example)
  const tanks = example.tanks.map((tank) => ({
    id: tank.letter,
    level: tank.level * OPENED,
    isDrained: tank.isLiquidated,
    isLeaking: falls[tank.letter] > 0 && !tank.isLiquidated,
  }))
  return (
    <section className="flex flex-col gap-5 rounded-2xl bg-raised p-4 sm:p-6">
      <header className="flex items-start justify-between gap-3">
        <h2 className={classNames('flex items-center gap-2.5 font-semibold text-xl', COLORS[marginMode])}>
          <TankGlyph isJoined={isCross} size={20} />
          {t(`modes.${marginMode}`)}
        </h2>
        <p className="text-end">
          <span className="block font-semibold text-2xl tracking-tight">{wholeMoney(example.account)}</span>
          <span className={classNames('text-sm', example.account < STARTING ? 'text-loss' : 'text-muted')}>
            {signedWholeMoney(example.account - STARTING)}
          </span>
        </p>
      </header>
      <Tanks
        isJoined={isCross}
        label={t(`picture.${marginMode}`, { outcome: t(`outcome.${marginMode}.${outcome}`) })}
        tanks={tanks}
        className={COLORS[marginMode]}
        captions={example.tanks.map((tank) => (
          <Caption key={tank.letter} tank={tank} fall={falls[tank.letter]} isShared={isCross} />
        ))}
      />
      <p aria-live="polite" className="min-h-12">
        {t(`outcome.${marginMode}.${outcome}`)}
      </p>
      <Figures marginMode={marginMode} example={example} />
    </section>
  )
}

function Caption({ tank, fall, isShared }: { tank: ExampleTank; fall: number; isShared: boolean }) {
  const t = useTranslations('learn.account')
  const alive = isShared ? signedWholeMoney(tank.pnl) : wholeMoney(tank.equity)
  return (
    <span className="flex flex-col text-text">
      <span className="font-semibold">
        {tank.letter}{' '}
        <span className={fall > 0 ? 'text-loss' : 'text-muted'}>{signedWholePercent(-fall)}</span>
      </span>
      <span className="text-muted text-sm">{tank.isLiquidated ? t('closed') : alive}</span>
    </span>
  )
}

function Figures({ marginMode, example }: { marginMode: MarginMode; example: WorkedExample }) {
  const t = useTranslations('learn.account')
  const isCross = marginMode === 'cross'
  return (
    <dl className="grid grid-cols-2 gap-4 border-line border-t pt-4">
      <div>
        <dt className="text-muted text-sm">{t(isCross ? 'shared' : 'cash')}</dt>
        <dd className="font-semibold">{wholeMoney(example.shared)}</dd>
      </div>
      <div>
        <dt className="text-muted text-sm">{t('worst')}</dt>
        <dd className="font-semibold">{t(isCross ? 'worstCross' : 'worstIsolated')}</dd>
      </div>
    </dl>
  )
}
