'use client'

import { useTranslations } from 'use-intl'
import { Dialog } from '../../ui/dialog.tsx'
import { Kbd } from '../../ui/kbd.tsx'

const KEYS = [
  { id: 'long', keys: ['L'] },
  { id: 'short', keys: ['S'] },
  { id: 'sizes', keys: ['1', '2', '3', '4'] },
  { id: 'mode', keys: ['M'] },
  { id: 'close', keys: ['X'] },
  { id: 'back', keys: ['Esc'] },
  { id: 'help', keys: ['?'] },
] as const

/** Which keys do what. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('trade.keys')
  return (
    <Dialog title={t('title')} isOpen onClose={onClose}>
      <dl className="flex flex-col gap-2">
        {KEYS.map(({ id, keys }) => (
          <div key={id} className="flex items-center justify-between gap-4">
            <dt>{t(id)}</dt>
            <dd className="flex gap-1">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <p className="text-muted text-sm">{t('text')}</p>
    </Dialog>
  )
}
