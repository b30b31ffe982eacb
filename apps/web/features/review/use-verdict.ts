'use client'

import type { Ending, OtherMode } from '@cascade/review'
import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { money, wholeMoney } from '../../format/money.ts'
import { clock } from '../../format/time.ts'

type Case = 'none' | 'wipedBoth' | 'wipedOwn' | 'wipedTwin' | 'same' | 'differs'

const isWiped = ({ wipedAtTick }: Ending): boolean => wipedAtTick !== null

/** Which of the ways two worlds can compare. */
function caseOf({ intents, own, twin, divergedAtTick }: OtherMode): Case {
  if (intents.length === 0) return 'none'
  if (isWiped(own) && isWiped(twin)) return 'wipedBoth'
  if (isWiped(own)) return 'wipedOwn'
  if (isWiped(twin)) return 'wipedTwin'
  return divergedAtTick === null ? 'same' : 'differs'
}

/** Says in one sentence what the other margin mode would have done. */
export function useVerdict(): (otherMode: OtherMode, tickMs: number) => string {
  const t = useTranslations('review.verdict')
  return useCallback(
    (otherMode, tickMs) => {
      const { mode, twinMode, own, twin } = otherMode
      const verdict = caseOf(otherMode)
      // Two figures that differ must not read the same.
      const isClose = wholeMoney(own.equity) === wholeMoney(twin.equity)
      const written = isClose && verdict === 'differs' ? money : wholeMoney
      const time = (tick: number | null) => clock((tick ?? 0) * tickMs)
      // A sentence begins with the twin only where the twin kept something.
      const twinFirst = verdict === 'wipedOwn'
      const ownWord = mode === 'both' ? t('asPlayed') : t(twinFirst ? `modesIn.${mode}` : `modes.${mode}`)
      const flipped = t(twinFirst ? 'Flipped' : 'flipped')
      const twinWord =
        twinMode === 'both' ? flipped : t(twinFirst ? `modes.${twinMode}` : `modesIn.${twinMode}`)
      return t(verdict, {
        own: mode === 'both' && twinFirst ? ownWord.toLowerCase() : ownWord,
        twin: twinWord,
        ownEquity: written(own.equity),
        twinEquity: written(twin.equity),
        ownTime: time(own.wipedAtTick),
        twinTime: time(twin.wipedAtTick),
      })
    },
    [t],
  )
}
