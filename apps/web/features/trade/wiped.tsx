'use client'

import { cascadesOf } from '@cascade/review'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { clock } from '../../format/time.ts'
import { useRound, useRoundInHand } from '../../live/index.ts'
import { Button } from '../../ui/button.tsx'
import { isMoment } from '../events/sentence.ts'
import { useCascadeWords } from '../events/use-cascade-words.ts'
import { useCast } from '../events/use-cast.ts'

/** The account is empty: the cause in one sentence, what follows, and what can still be done. */
export function Wiped({ tick }: { tick: number }) {
  const t = useTranslations('trade.wiped')
  const { store } = useRoundInHand()
  const causeWords = useCascadeWords(useCast())
  const [isFolded, setFolded] = useState(false)
  const own = useRound(({ seat }) => seat)
  const items = useRound(({ feed }) => feed.items)
  const time = clock(tick * store.round.config.clock.tickMs)
  // An earlier liquidation is not what ended the account.
  const last = cascadesOf(items.filter(isMoment).filter((moment) => moment.tick === tick))
    .filter(({ seat }) => seat === own)
    .at(-1)
  return (
    <section aria-labelledby="wiped-title" className="flex flex-col gap-4 rounded-2xl bg-raised p-5">
      <h2 id="wiped-title" className="font-semibold text-xl tracking-tight">
        {t('title')}
      </h2>
      {isFolded ? (
        <p className="text-muted">{t('watching')}</p>
      ) : (
        <>
          <p className="text-lg">{last ? causeWords(last) : t('unknown', { time })}</p>
          <p className="text-muted">{t('next', { time })}</p>
          <p className="text-muted">{t('review')}</p>
        </>
      )}
      <Button size="lg" onPress={() => setFolded(!isFolded)}>
        {t(isFolded ? 'why' : 'watch')}
      </Button>
    </section>
  )
}
