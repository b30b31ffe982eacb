'use client'

import { useTranslations } from 'use-intl'
import { Card } from '../../ui/card.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { QrCode } from '../../ui/qr-code.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { JoinCode } from '../join/join-code.tsx'
import { useJoinAddress } from './use-join-address.ts'

/** How others come in: the code to read out, the square for cameras, and the address. */
export function Invitation({ code }: { code: string }) {
  const t = useTranslations('lobby.invitation')
  const address = useJoinAddress()
  const link = address && `${address.origin}/j/${code}`
  return (
    <Card>
      <div className="flex flex-col gap-6 sm:flex-row sm:items-center sm:justify-between sm:gap-8">
        <div className="flex min-w-0 flex-1 flex-col gap-3">
          <p className="text-muted">{t('code')}</p>
          <JoinCode code={code} className="text-[clamp(3.25rem,9vw,5.75rem)]" />
        </div>
        {link ? (
          <QrCode text={link} label={t('qr')} className="w-full max-w-44 shrink-0 rounded-xl" />
        ) : (
          <Skeleton className="aspect-square w-full max-w-44 rounded-xl" />
        )}
      </div>
      {link && (
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p className="min-w-0 break-all font-medium">{link.replace(/^https?:\/\//, '')}</p>
          <CopyButton text={link} label={t('copy')} doneLabel={t('copied')} />
        </div>
      )}
      {address && !address.isShared && (
        <p className="text-sm text-warn">
          {t.rich('localOnly', {
            code: (command) => <code className="whitespace-nowrap font-mono">{command}</code>,
          })}
        </p>
      )}
    </Card>
  )
}
