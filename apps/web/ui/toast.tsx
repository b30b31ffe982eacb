'use client'

import { CircleAlert, CircleCheck, Info, X } from 'lucide-react'
import { Text } from 'react-aria-components/Text'
import {
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components/Toast'
import { useTranslations } from 'use-intl'
import { IconButton } from './icon-button.tsx'

/** What kind of news a toast brings. */
export type ToastKind = 'good' | 'bad' | 'news'

interface ToastValue {
  kind: ToastKind
  title: string
  text?: string | undefined
}

const ICONS = { good: CircleCheck, bad: CircleAlert, news: Info }
const COLORS = { good: 'text-gain', bad: 'text-danger', news: 'text-accent' }
const VISIBLE_MS = 6000

const queue = new ToastQueue<ToastValue>({ maxVisibleToasts: 3 })

/** Says something in passing, in words that are already translated. Bad news stays a little longer. */
export function toast(value: ToastValue): void {
  queue.add(value, { timeout: value.kind === 'bad' ? VISIBLE_MS * 2 : VISIBLE_MS })
}

/** Where toasts appear; once in the whole page. */
export function Toasts() {
  const t = useTranslations('common')
  return (
    <ToastRegion
      queue={queue}
      aria-label={t('notifications')}
      className="fixed inset-x-3 top-16 z-60 max-sm:in-[body:has([data-banner])]:top-46 mx-auto flex max-w-md flex-col gap-2 outline-none sm:start-auto sm:end-6 sm:top-auto sm:bottom-6 sm:mx-0"
    >
      {({ toast: shown }) => {
        const Icon = ICONS[shown.content.kind]
        return (
          <AriaToast
            toast={shown}
            className="flex animate-rise items-start gap-3 rounded-xl border border-line bg-raised p-3 ps-4 shadow-xl"
          >
            <Icon size={20} className={`mt-2.5 shrink-0 ${COLORS[shown.content.kind]}`} aria-hidden />
            <ToastContent className="flex min-w-0 flex-1 flex-col py-2">
              <Text slot="title" className="font-medium">
                {shown.content.title}
              </Text>
              {shown.content.text && (
                <Text slot="description" className="text-sm text-muted">
                  {shown.content.text}
                </Text>
              )}
            </ToastContent>
            <IconButton slot="close" label={t('close')}>
              <X size={18} aria-hidden />
            </IconButton>
          </AriaToast>
        )
      }}
    </ToastRegion>
  )
}
