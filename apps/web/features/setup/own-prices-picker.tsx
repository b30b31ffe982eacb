'use client'

import { OPTION_BOUNDS, ticksPlayed } from '@cascade/protocol'
import { FileUp } from 'lucide-react'
import type { ReactNode } from 'react'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { useTranslations } from 'use-intl'
import { number } from '../../format/number.ts'
import { onIncrement } from '../../format/price.ts'
import { duration } from '../../format/time.ts'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { FIELD_HELP } from '../../ui/field-style.ts'
import { Spinner } from '../../ui/spinner.tsx'
import { Sparkline } from '../chart/sparkline.tsx'
import type { OwnLine, OwnPrices } from './own-prices.ts'
import type { OwnMarket, Picked } from './use-own-prices.ts'

const MINUTE_MS = 60_000
const MEGABYTE = 1_000_000
const FILE_TYPES = ['.csv', '.json', 'text/csv', 'application/json']
const EXAMPLE =
  'time,instrument,open,close\n0,BTC,64000,64100\n0,ETH,3200,3195\n60,BTC,64100,63800\n60,ETH,3195,3170'

/** Takes a file of prices from the host, and shows what is in it or what is wrong with it. */
export function OwnPricesPicker({ own: { picked, pick, tickMs } }: { own: OwnMarket }) {
  const t = useTranslations('setup.market.own')
  return (
    <div className="flex flex-col gap-3">
      <p className={FIELD_HELP}>{t('help')}</p>
      <FileTrigger
        acceptedFileTypes={FILE_TYPES}
        onSelect={(files) => {
          const file = files?.item(0)
          if (file) pick(file)
        }}
      >
        <Button className="self-start">
          <FileUp size={18} aria-hidden />
          {t(picked.kind === 'none' ? 'pick' : 'another')}
        </Button>
      </FileTrigger>
      <div aria-live="polite">
        <Outcome picked={picked} tickMs={tickMs} />
      </div>
      <details className="text-sm">
        <summary className="w-fit cursor-pointer text-muted">{t('format')}</summary>
        <p className="mt-2 text-muted">{t('formatText')}</p>
        <pre className="mt-2 overflow-x-auto rounded-lg bg-sunken p-3 font-mono text-2xs">{EXAMPLE}</pre>
      </details>
    </div>
  )
}

function Outcome({ picked, tickMs }: { picked: Picked; tickMs: number }) {
  const t = useTranslations('setup.market.own')
  switch (picked.kind) {
    case 'none':
      return null
    case 'reading':
      return (
        <p className="flex items-center gap-3 text-muted">
          <Spinner />
          {t('reading', { name: picked.name })}
        </p>
      )
    case 'too_large': {
      const most = number(OPTION_BOUNDS.priceFileBytes.max / MEGABYTE)
      return <Refused name={picked.name}>{t('tooLarge', { most })}</Refused>
    }
    case 'unreadable':
      return <Refused name={picked.name}>{t('unreadable')}</Refused>
    case 'bad':
      return (
        <Refused name={picked.name}>
          <ul className="list-disc ps-5">
            {picked.problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </Refused>
      )
    case 'good':
      return <Preview name={picked.name} prices={picked.prices} tickMs={tickMs} />
  }
}

/** The file cannot be played, and why. */
function Refused({ name, children }: { name: string; children: ReactNode }) {
  const t = useTranslations('setup.market.own')
  return (
    <div role="alert" className="flex flex-col gap-1 rounded-xl bg-danger/10 p-4 break-words">
      <p className="font-medium">{t('refused', { name })}</p>
      <div className="text-sm">{children}</div>
    </div>
  )
}

interface PreviewProps {
  name: string
  prices: OwnPrices
  tickMs: number
}

function Preview({ name, prices: { ticks, minutesPerTick, lines }, tickMs }: PreviewProps) {
  const t = useTranslations('setup.market.own')
  const played = ticksPlayed(ticks, tickMs)
  return (
    <section aria-label={t('preview', { name })} className="flex flex-col gap-3 rounded-xl bg-sunken p-4">
      <p className="flex flex-wrap justify-between gap-x-4">
        <span className="min-w-0 truncate font-medium">{name}</span>
        <span className="text-muted">
          {t('ticks', { count: ticks, time: duration(minutesPerTick * MINUTE_MS) })}
        </span>
      </p>
      <ul className="flex flex-col divide-y divide-line">
        {lines.map((line) => (
          <PreviewRow key={line.instrument} line={line} />
        ))}
      </ul>
      {played < ticks && (
        <p className="text-sm text-warn">
          {t('cut', { count: played, time: duration(OPTION_BOUNDS.minutes.max * MINUTE_MS) })}
        </p>
      )}
      <p className="text-muted text-sm">{t('seen')}</p>
    </section>
  )
}

function PreviewRow({ line: { instrument, prices, priceIncrement } }: { line: OwnLine }) {
  const t = useTranslations('setup.market.own')
  const [first = 0] = prices
  const last = prices.at(-1) ?? first
  return (
    <li className="flex items-center justify-between gap-3 py-2">
      <span className="w-12 font-medium">{instrument}</span>
      <Sparkline
        marks={prices}
        className={classNames('h-8 w-24', last < first ? 'text-loss' : 'text-gain')}
      />
      <span className="flex-1 text-end text-sm">
        {t('fromTo', { first: onIncrement(first, priceIncrement), last: onIncrement(last, priceIncrement) })}
      </span>
    </li>
  )
}
