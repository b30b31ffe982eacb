'use client'

import type { RoundConfig } from '@cascade/engine'
import { useTranslations } from 'use-intl'
import { wholeMoney } from '../../format/money.ts'
import { leverage } from '../../format/number.ts'
import { rate, wholePercent } from '../../format/percent.ts'
import { duration } from '../../format/time.ts'
import { presetOf } from './preset-of.ts'

type PlayedBy = Pick<RoundConfig, 'rules' | 'clock' | 'market' | 'instruments'>

/** Every rule of a round that decides about money, each a plain sentence with its figures. */
export function RuleLines({ config }: { config: PlayedBy }) {
  const t = useTranslations('rules')
  const preset = presetOf(config)
  return (
    <div className="flex flex-col gap-4">
      {preset && (
        <p>
          <span className="block font-semibold text-lg">{t(`presets.${preset}.title`)}</span>
          <span className="text-muted">{t(`presets.${preset}.text`)}</span>
        </p>
      )}
      <dl className="flex flex-col gap-3">
        {useLines(config).map(({ id, text }) => (
          <div key={id} className="flex flex-col gap-0.5 border-line border-t pt-3">
            <dt className="font-medium">{t(`lines.${id}`)}</dt>
            <dd className="text-muted">{text}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

function useLines(config: PlayedBy) {
  const t = useTranslations('rules')
  const trade = useTranslations('trade')
  const { rules } = config
  const modes = t(`modes.${rules.modePolicy}`, { mode: trade(rules.defaultMode).toLowerCase() })
  const switching = rules.modePolicy === 'choice' ? ` ${t(`switching.${rules.switching}`)}` : ''
  const fund = rules.insuranceFund.isZero()
    ? t('fund.empty')
    : t('fund.some', { amount: wholeMoney(rules.insuranceFund) })
  const most = { most: leverage(rules.leverageMax), start: leverage(rules.defaultLeverage) }
  const instruments = config.instruments.map(({ id }) => id).join(', ')
  const market = { id: 'market', text: t('ownPrices', { instruments }) } as const
  return [
    ...(config.market.scripted ? [market] : []),
    { id: 'fees', text: useFees(config) },
    { id: 'leverage', text: t('leverage', most) },
    { id: 'modes', text: `${modes}${switching}` },
    { id: 'cross', text: t(`cross.${rules.crossPolicy}`) },
    { id: 'funding', text: useFunding(config) },
    { id: 'fund', text: fund },
    { id: 'losses', text: t(`losses.${rules.lossPolicy}`) },
    { id: 'impact', text: useImpact(config) },
  ] as const
}

function useImpact({ market: { impact } }: PlayedBy): string {
  const t = useTranslations('rules.impact')
  if (!impact) return t('none')
  const sentences = [
    t('crowd', { crowd: impact.crowd }),
    t('forced', { times: impact.throttle }),
    ...(impact.openInterest > 0 ? [t('ghosts', { share: wholePercent(impact.openInterest) })] : []),
  ]
  return sentences.join(' ')
}

function useFees({ rules: { takerFeeRate, makerFeeRate, closingFeeRate } }: PlayedBy): string {
  const t = useTranslations('rules.fees')
  const isFree = takerFeeRate.isZero() && makerFeeRate.isZero()
  const trading = isFree ? t('none') : t('some', { taker: rate(takerFeeRate), maker: rate(makerFeeRate) })
  return closingFeeRate.isZero() ? trading : `${trading} ${t('closing', { rate: rate(closingFeeRate) })}`
}

function useFunding({ rules: { funding }, clock: { tickMs } }: PlayedBy): string {
  const t = useTranslations('rules.funding')
  if (!funding || funding.rate.isZero()) return t('none')
  const time = duration(funding.everyTicks * tickMs)
  return t(funding.rate.gt(0) ? 'longs' : 'shorts', { time, rate: rate(funding.rate.abs()) })
}
