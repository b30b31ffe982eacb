'use client'

import { WifiOff } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { connect, useConnection } from '../../live/index.ts'
import { Button } from '../../ui/button.tsx'
import { Spinner } from '../../ui/spinner.tsx'

/** A short gap is not worth a word. */
const PATIENCE_MS = 1500

/** Says when the line to the server is down, what that means for the player, and that it is being mended. */
export function ConnectionBanner() {
  const t = useTranslations('common.connection')
  const connection = useConnection()
  const isDown = connection === 'reconnecting' || connection === 'signed_out'
  const [isShown, setShown] = useState(false)
  useEffect(() => {
    if (!isDown) return setShown(false)
    const timer = setTimeout(() => setShown(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [isDown])
  if (!isShown) return null
  return (
    <div
      role="status"
      className="fixed inset-x-0 top-0 z-40 flex animate-appear items-center justify-center gap-3 bg-warn px-4 py-2 font-medium text-ink text-sm"
    >
      {connection === 'signed_out' ? (
        <>
          <WifiOff size={18} className="shrink-0" aria-hidden />
          {t('signedOut')}
          <Button variant="bare" className="-my-2 text-ink" onPress={() => connect().reconnect()}>
            {t('again')}
          </Button>
        </>
      ) : (
        <>
          <Spinner />
          {t('reconnecting')}
        </>
      )}
    </div>
  )
}
