'use client'

import { Bot } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { useCharacterWords } from '../shell/character-words.ts'

/** What an automatic player says of its own round, once it is over. */
export function MistakeNote({ name, character }: { name: string; character: string }) {
  const t = useTranslations('review.mistake')
  const words = useCharacterWords()(character)
  if (!words) return null
  return (
    <figure className="flex gap-3 rounded-2xl bg-raised px-5 py-4">
      <Bot size={20} className="mt-0.5 shrink-0 text-muted" aria-hidden />
      <div className="flex flex-col gap-1">
        <blockquote>{t('quote', { mistake: words.mistake })}</blockquote>
        <figcaption className="text-muted text-sm">{t('by', { name, character: words.title })}</figcaption>
      </div>
    </figure>
  )
}
