'use client'

import type { Money } from '@cascade/engine'
import { useTranslations } from 'use-intl'
import { compactMoney, money, signedWholeMoney, wholeMoney } from '../../format/money.ts'
import { classNames } from '../../ui/class-names.ts'
import { TankGlyph } from '../../ui/tank-glyph.tsx'
import { Tanks } from '../../ui/tanks.tsx'
import { levelOf } from '../tanks/health.ts'
import type { Inputs } from './inputs.ts'
import type { AccountReport, PositionReport } from './report.ts'
import { usePositionNames } from './use-position-names.ts'

interface AccountSummaryProps {
  inputs: Inputs
  report: AccountReport
}

const COLORS = { cross: 'text-cross', isolated: 'text-isolated' }

/** An account in one margin mode: its tanks, what has become of it in a sentence, and its figures. */
export function AccountSummary({ inputs, report }: AccountSummaryProps) {
  const t = useTranslations('calculator.account')
  const { marginMode, equity } = report
  const color = COLORS[marginMode]
  const gain = equity.minus(inputs.cash)
  const sentence = useSentence(inputs, report)
  return (
    <section
      aria-label={t('label', { mode: t(`modes.${marginMode}`) })}
      className="flex min-w-0 flex-col gap-3 @container rounded-2xl bg-raised p-3 sm:p-6"
    >
      <header className="flex flex-wrap items-start justify-between gap-x-3">
        <h2 className={classNames('flex items-center gap-2 font-semibold text-lg', color)}>
          <TankGlyph isJoined={marginMode === 'cross'} size={18} />
          {t(`modes.${marginMode}`)}
        </h2>
        <p className="@3xs:text-end">
          <span className="block font-semibold text-xl tracking-tight sm:text-2xl">{wholeMoney(equity)}</span>
          <span className={classNames('text-sm', gain.isNegative() ? 'text-loss' : 'text-muted')}>
            {signedWholeMoney(gain)}
          </span>
        </p>
      </header>
      <Tanks
        isJoined={marginMode === 'cross'}
        label={t(`picture.${marginMode}`, { count: report.positions.length, sentence })}
        tanks={report.positions.map(({ instrument, buffer, isClosed, unrealizedPnl }) => ({
          id: instrument,
          level: levelOf(buffer),
          isDrained: isClosed,
          isLeaking: unrealizedPnl.isNegative() && !isClosed,
        }))}
        captions={report.positions.map((position) => (
          <Caption key={position.instrument} position={position} isShared={marginMode === 'cross'} />
        ))}
        className={classNames(color, 'mx-auto w-full')}
      />
      <p
        aria-live="polite"
        className={classNames(
          'min-h-18 text-sm @3xs:min-h-12 sm:text-base',
          report.closed.length > 0 && 'font-medium text-danger',
        )}
      >
        {sentence}
      </p>
      <Figures report={report} />
    </section>
  )
}

/** What happens at these marks, in words. */
function useSentence(
  inputs: Inputs,
  { marginMode, closed, positions, lost, equity, freeMargin }: AccountReport,
) {
  const t = useTranslations('calculator.account')
  const named = usePositionNames()
  const isShort = marginMode === 'isolated' && freeMargin.isNegative()
  if (closed.length === 0 && isShort) return t('short', { missing: wholeMoney(freeMargin.abs()) })
  if (closed.length === 0) {
    return t(`held.${marginMode}`, {
      count: positions.length,
      equity: wholeMoney(equity),
      cash: wholeMoney(freeMargin),
    })
  }
  const gone = inputs.positions.filter(({ instrument }) => closed.includes(instrument))
  return t(`closed.${marginMode}`, { count: gone.length, names: named(gone), lost: wholeMoney(lost) })
}

function Caption({ position, isShared }: { position: PositionReport; isShared: boolean }) {
  const t = useTranslations('calculator.account')
  const { instrument, isClosed, backing } = position
  return (
    <span className="flex flex-col text-2xs text-text sm:text-sm">
      <span className="font-semibold">{instrument}</span>
      {isClosed && <span className="text-danger">{t('isClosed')}</span>}
      {!isClosed && <span className="text-muted">{isShared ? t('shared') : shortMoney(backing)}</span>}
    </span>
  )
}

/** Fits below a tank on a phone. */
const shortMoney = (amount: Money): string => (amount.abs().lt(1000) ? wholeMoney : compactMoney)(amount)

function Figures({ report }: { report: AccountReport }) {
  const t = useTranslations('calculator.account.figures')
  const { equity, requirement, freeMargin, closed } = report
  const isClosed = closed.length > 0
  return (
    <dl className="grid gap-x-4 gap-y-2 border-line border-t pt-3 text-sm @3xs:grid-cols-2 sm:text-base">
      <Figure name={t('equity')} value={money(equity)} />
      <Figure name={t('requirement')} value={money(requirement)} />
      <Figure name={t('freeMargin')} value={money(freeMargin)} />
      <Figure name={t('liquidatable')} value={t(isClosed ? 'yes' : 'no')} isDanger={isClosed} />
    </dl>
  )
}

function Figure({ name, value, isDanger = false }: { name: string; value: string; isDanger?: boolean }) {
  return (
    <div className="min-w-0">
      <dt className="text-muted text-sm">{name}</dt>
      <dd className={classNames('font-semibold', isDanger && 'text-danger')}>{value}</dd>
    </div>
  )
}
