'use client'

import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { IconButton } from './icon-button.tsx'

/** What a banner says. */
export interface BannerContent {
  readonly icon: ReactNode
  readonly title: string
  readonly text: string
}

interface BannerProps {
  /** Null while there is nothing to say. */
  content: BannerContent | null
  onClose: () => void
}

/**
 * Something for everybody, over the head of a phone or beside the controls of a desk, for a while. Its
 * frame is always there, so that a screen reader hears politely what appears in it.
 */
export function Banner({ content, onClose }: BannerProps) {
  const t = useTranslations('common')
  return (
    <div
      role="status"
      aria-live="polite"
      className="pointer-events-none fixed inset-x-3 top-15 z-50 mx-auto max-w-xl lg:end-auto lg:start-7 lg:top-30 lg:w-md"
    >
      {content && (
        <div
          data-banner
          className="pointer-events-auto flex animate-rise items-start gap-3 rounded-xl border border-accent bg-raised p-1.5 ps-3 shadow-2xl sm:p-3 sm:ps-4"
        >
          <span className="mt-2.5 shrink-0 text-accent">{content.icon}</span>
          <div className="flex min-w-0 flex-1 flex-col py-1.5">
            <p className="font-medium text-accent text-sm">{content.title}</p>
            <p className="break-words font-semibold leading-snug sm:text-lg">{content.text}</p>
          </div>
          <IconButton label={t('close')} onPress={onClose}>
            <X size={18} aria-hidden />
          </IconButton>
        </div>
      )}
    </div>
  )
}
