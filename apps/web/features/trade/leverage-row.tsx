'use client'

import { checkLeverage, rate } from '@cascade/engine'
import { useTranslations } from 'use-intl'
import { leverage as leverageText } from '../../format/number.ts'
import { useRound, useRoundInHand } from '../../live/index.ts'
import { classNames } from '../../ui/class-names.ts'
import { Slider } from '../../ui/slider.tsx'
import type { Draft } from './draft.ts'
import { useRejectionWords } from './use-words.ts'

interface LeverageRowProps {
  draft: Draft
  /** Null when the chosen leverage is the one that is set already. */
  onChange: (leverage: number | null) => void
}

/** How much is traded with each dollar of margin. It is set together with the order. */
export function LeverageRow({ draft, onChange }: LeverageRowProps) {
  const t = useTranslations('trade.ticket')
  const { store } = useRoundInHand()
  const why = useRejectionWords()
  const { instrument } = draft
  const max = store.round.config.rules.leverageMax.toNumber()
  const set = useRound(({ account }) => account?.settings.get(instrument)?.leverage.toNumber() ?? 1)
  const refused = useRound(
    ({ round, seat }) =>
      seat && draft.leverage !== null
        ? checkLeverage(round, { seat, instrument, leverage: rate(draft.leverage) })
        : null,
    (a, b) => a?.reason === b?.reason,
  )
  const chosen = draft.leverage ?? set
  const choose = (value: number) => onChange(value === set ? null : value)
  return (
    <div className="flex flex-col">
      <Slider
        label={t('leverage')}
        value={chosen}
        onChange={choose}
        min={1}
        max={max}
        text={leverageText(chosen)}
      />
      <div className="-mt-1 flex gap-1.5">
        {stopsOf(max).map((stop) => (
          <button
            key={stop}
            type="button"
            aria-pressed={stop === chosen}
            onClick={() => choose(stop)}
            className={classNames(
              'min-h-9 flex-1 cursor-pointer rounded-md font-medium text-sm transition-colors',
              stop === chosen ? 'bg-hover text-text' : 'bg-sunken text-muted hover:text-text',
            )}
          >
            {leverageText(stop)}
          </button>
        ))}
      </div>
      {refused && <p className="pt-1.5 text-danger text-sm">{why(refused)}</p>}
    </div>
  )
}

const STOPS = [1, 2, 3, 5, 10, 20, 50, 100, 125] as const
const SHOWN = 6

/** The usual leverages up to the round's highest, at most six, the highest always among them. */
function stopsOf(max: number): readonly number[] {
  const below = STOPS.filter((stop) => stop < max)
  return [...below.slice(-(SHOWN - 1)), max]
}
