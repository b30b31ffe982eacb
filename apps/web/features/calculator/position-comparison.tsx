'use client'

import type { MarginMode } from '@cascade/engine'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { money, signedMoney, wholeMoney } from '../../format/money.ts'
import { leverage } from '../../format/number.ts'
import { percent } from '../../format/percent.ts'
import { onIncrement } from '../../format/price.ts'
import { Card } from '../../ui/card.tsx'
import { classNames } from '../../ui/class-names.ts'
import { definitionOf, openedWorth, type PositionInputs } from './inputs.ts'
import type { PositionReport } from './report.ts'
import { usePositionNames } from './use-position-names.ts'

interface PositionComparisonProps {
  position: PositionInputs
  reports: Readonly<Record<MarginMode, PositionReport>>
  /** Cross only: other positions share its money. */
  isShared: boolean
}

const MODES = ['isolated', 'cross'] as const
const COLORS = { cross: 'text-cross', isolated: 'text-isolated' }

/** One position in both margin modes, figure beside figure. */
export function PositionComparison({ position, reports, isShared }: PositionComparisonProps) {
  const t = useTranslations('calculator.position')
  const modes = useTranslations('calculator.account.modes')
  const named = usePositionNames()
  const name = named([position])
  const { priceIncrement } = definitionOf(position.instrument)
  const inBoth = (show: (report: PositionReport) => ReactNode) => ({
    isolated: show(reports.isolated),
    cross: show(reports.cross),
  })
  return (
    <Card
      title={name}
      aside={
        <span className="text-muted text-sm">
          {t('opened', { worth: wholeMoney(openedWorth(position)), leverage: leverage(position.leverage) })}
        </span>
      }
    >
      <table aria-label={t('label', { name })} className="w-full table-fixed border-collapse text-sm">
        <thead>
          <tr>
            <td />
            {MODES.map((mode) => (
              <th key={mode} scope="col" className={classNames('pb-2 text-end font-semibold', COLORS[mode])}>
                {modes(mode)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Row name={t('liquidationPrice')}>
            {{
              isolated: <Line position={position} report={reports.isolated} isShared={false} />,
              cross: <Line position={position} report={reports.cross} isShared={isShared} />,
            }}
          </Row>
          <Row name={t('atRisk')}>{inBoth(({ atRisk }) => money(atRisk))}</Row>
          <Row name={t('unrealizedPnl')}>
            {inBoth(({ unrealizedPnl }) => (
              <span className={classNames(unrealizedPnl.isNegative() && 'text-loss')}>
                {signedMoney(unrealizedPnl)}
              </span>
            ))}
          </Row>
          <Row name={t('backing')}>
            {inBoth(({ backing, isClosed }) => (isClosed ? t('gone') : money(backing)))}
          </Row>
          <Row name={t('initialMargin')}>{inBoth(({ initialMargin }) => money(initialMargin))}</Row>
          <Row name={t('maintenanceMargin')}>
            {inBoth(({ maintenanceMargin }) => money(maintenanceMargin))}
          </Row>
          <Row name={t('bankruptcyPrice')}>
            {inBoth(({ bankruptcyPrice }) =>
              bankruptcyPrice ? onIncrement(bankruptcyPrice, priceIncrement) : t('noBankruptcy'),
            )}
          </Row>
        </tbody>
      </table>
    </Card>
  )
}

function Row({ name, children }: { name: string; children: Readonly<Record<MarginMode, ReactNode>> }) {
  return (
    <tr className="border-line border-t align-baseline">
      <th scope="row" className="py-2 pe-2 text-start font-normal text-muted">
        {name}
      </th>
      {MODES.map((mode) => (
        <td key={mode} className="py-2 ps-2 text-end font-medium">
          {children[mode]}
        </td>
      ))}
    </tr>
  )
}

interface LineProps {
  position: PositionInputs
  report: PositionReport
  isShared: boolean
}

/** The liquidation price with its distance, or in words that there is none. */
function Line({ position: { instrument }, report, isShared }: LineProps) {
  const t = useTranslations('calculator.position')
  const { liquidationPrice, distance, isClosed } = report
  if (!liquidationPrice && isClosed) return <span className="text-danger">{t('passed')}</span>
  if (!liquidationPrice) {
    return <span className="text-muted">{t(isShared ? 'noneShared' : 'none', { instrument })}</span>
  }
  return (
    <>
      <span className="block font-semibold">
        {onIncrement(liquidationPrice, definitionOf(instrument).priceIncrement)}
      </span>
      <span className={isClosed ? 'text-danger' : 'text-muted'}>
        {isClosed || !distance ? t('passed') : t('distance', { distance: percent(distance) })}
      </span>
    </>
  )
}
