'use client'

import type { InstrumentId } from '@cascade/engine'
import { ChevronDown, Info } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { useTranslations } from 'use-intl'
import { useRound } from '../../live/index.ts'
import { classNames } from '../../ui/class-names.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { ForcedLegend } from '../chart/forced-legend.tsx'
import { DepthMeter } from './depth-meter.tsx'
import { GaugeNews } from './gauge-news.tsx'
import { GaugeSide } from './gauge-sides.tsx'
import { GaugeWords } from './gauge-words.tsx'
import { type GaugeReading, readingOf, sameReading } from './reading.ts'

/** The gauge of an instrument as it stands; null where trades do not move prices. */
const useReading = (instrument: InstrumentId): GaugeReading | null =>
  useRound(({ round }) => readingOf(round, instrument), sameReading)

/** On a desk: the depth of an instrument, both sides, and what they mean, on a panel of its own. */
export function GaugePanel({ instrument }: { instrument: InstrumentId }) {
  const t = useTranslations('trade.gauge')
  const reading = useReading(instrument)
  const [isExplained, setExplained] = useState(false)
  if (!reading) return null
  return (
    <section
      aria-label={t('label', { instrument })}
      className="flex flex-col gap-2 rounded-2xl bg-raised px-4 py-3"
    >
      <div className="flex flex-wrap items-center gap-x-5 gap-y-1 text-sm">
        <DepthMeter depth={reading.depth} />
        <GaugeSide side="down" reading={reading} />
        <GaugeSide side="up" reading={reading} />
      </div>
      <div className="flex min-h-22 items-start justify-between gap-3">
        {isExplained ? <p className="text-sm">{t('explained')}</p> : <GaugeWords reading={reading} />}
        <span className="-me-3 -mt-1">
          <IconButton
            label={t('info')}
            aria-expanded={isExplained}
            onPress={() => setExplained((isOpen) => !isOpen)}
          >
            <Info size={18} aria-hidden />
          </IconButton>
        </span>
      </div>
      <GaugeNews instrument={instrument} reading={reading} />
    </section>
  )
}

/** On a phone: the same in one line, which opens on a tap. */
export function GaugeLine({ instrument }: { instrument: InstrumentId }) {
  const t = useTranslations('trade.gauge')
  const reading = useReading(instrument)
  const [isOpen, setOpen] = useState(false)
  if (!reading) return null
  return (
    <section aria-label={t('label', { instrument })} className="px-4 text-sm">
      <Button
        aria-expanded={isOpen}
        onPress={() => setOpen(!isOpen)}
        className="flex min-h-11 w-full cursor-pointer items-center gap-4 rounded-lg hover:bg-hover"
      >
        <DepthMeter depth={reading.depth} isShort />
        <GaugeSide side="down" reading={reading} isShort />
        <GaugeSide side="up" reading={reading} isShort />
        <ChevronDown
          size={18}
          aria-hidden
          className={classNames('ms-auto text-muted transition-transform', isOpen && 'rotate-180')}
        />
      </Button>
      {isOpen && (
        <div className="flex flex-col gap-2 pb-3">
          <div className="flex flex-wrap gap-x-6">
            <GaugeSide side="down" reading={reading} />
            <GaugeSide side="up" reading={reading} />
          </div>
          <GaugeWords reading={reading} />
          <ForcedLegend />
          <p className="text-muted">{t('explained')}</p>
        </div>
      )}
      <GaugeNews instrument={instrument} reading={reading} />
    </section>
  )
}
