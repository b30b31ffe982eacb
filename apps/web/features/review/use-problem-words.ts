'use client'

import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import type { Answer } from './conversation.ts'

type Untold = Extract<Answer, { kind: 'untrue' | 'unreadable' }>

const SHOWN_DIGITS = 16

/** Says why a record is not told. */
export function useProblemWords(): (untold: Untold) => string {
  const t = useTranslations('review.verified')
  return useCallback(
    (untold) => {
      if (untold.kind === 'unreadable') return t('unreadable', { problems: untold.problems.join('; ') })
      const { problem } = untold
      switch (problem.kind) {
        case 'differs':
          return t('differsText', { tick: problem.tick })
        case 'uncommitted':
          return t('uncommitted', short(problem))
        case 'recommitted':
          return t('recommitted', { seen: problem.seen.slice(0, SHOWN_DIGITS) })
        case 'unscripted':
          return problem.tick === null ? t('unscripted') : t('unscriptedAt', { tick: problem.tick })
        case 'gap':
          return t('gap', { frame: problem.frame })
        case 'broken':
          return t('broken', { frame: problem.frame, message: problem.message })
        default:
          return t('empty')
      }
    },
    [t],
  )
}

const short = ({ published, found }: { readonly published: string; readonly found: string }) => ({
  published: published.slice(0, SHOWN_DIGITS),
  found: found.slice(0, SHOWN_DIGITS),
})
