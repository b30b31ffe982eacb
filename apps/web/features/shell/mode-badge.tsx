'use client'

import { useTranslations } from 'use-intl'
import { Badge } from '../../ui/badge.tsx'
import { TankGlyph } from '../../ui/tank-glyph.tsx'

const KNOWN = ['cross', 'isolated', 'mixed'] as const

/** Which margin mode a result was traded in: colour, picture and word. Nothing for a mode nobody knows. */
export function ModeBadge({ mode }: { mode: string | null }) {
  const t = useTranslations('common.modes')
  const known = KNOWN.find((candidate) => candidate === mode)
  if (!known) return null
  if (known === 'mixed') return <Badge>{t('mixed')}</Badge>
  return (
    <Badge tone={known} icon={<TankGlyph isJoined={known === 'cross'} size={11} />}>
      {t(known)}
    </Badge>
  )
}
