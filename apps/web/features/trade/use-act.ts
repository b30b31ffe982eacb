'use client'

import type { Intent } from '@cascade/protocol'
import { useCallback, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useRoundInHand } from '../../live/index.ts'
import { toast } from '../../ui/toast.tsx'
import { useRejectionWords } from './use-words.ts'

/**
 * Sends wishes in their order, says in words what was not taken, and knows whether any is still under way.
 */
export function useAct(): { act: (intents: readonly Intent[]) => Promise<boolean>; isActing: boolean } {
  const t = useTranslations()
  const { session } = useRoundInHand()
  const why = useRejectionWords()
  const [underWay, setUnderWay] = useState(0)

  const act = useCallback(
    async (intents: readonly Intent[]) => {
      setUnderWay((count) => count + 1)
      const answers = await Promise.all(intents.map((intent) => session.send(intent)))
      setUnderWay((count) => count - 1)
      for (const answer of answers) {
        if (!answer.ok) {
          const reason = answer.no.refusal
          toast({ kind: 'bad', title: t(`errors.no.${reason}.what`), text: t(`errors.no.${reason}.why`) })
          return false
        }
        if (!answer.value.ok) {
          toast({ kind: 'bad', title: t('trade.news.rejected'), text: why(answer.value.rejection) })
          return false
        }
      }
      return true
    },
    [session, t, why],
  )
  return { act, isActing: underWay > 0 }
}
