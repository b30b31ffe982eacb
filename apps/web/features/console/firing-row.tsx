'use client'

import { useTranslations } from 'use-intl'
import { Button } from '../../ui/button.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { NoNotice } from '../shell/no-notice.tsx'
import type { useFiring } from './use-firing.ts'

interface FiringRowProps {
  firing: ReturnType<typeof useFiring>
  confirm: string
  isDisabled?: boolean
  onBack: () => void
  onConfirm: () => void
}

/** What went wrong the last time, and the two ways on. */
export function FiringRow({ firing, confirm, isDisabled = false, onBack, onConfirm }: FiringRowProps) {
  const t = useTranslations('console')
  return (
    <>
      {firing.no && <NoNotice no={firing.no} />}
      {firing.refused && <ErrorNotice what={t('refused')} why={firing.refused} />}
      <div className="grid grid-cols-[auto_1fr] gap-2 whitespace-nowrap">
        <Button size="lg" onPress={onBack}>
          {t('back')}
        </Button>
        <Button
          size="lg"
          variant="primary"
          isPending={firing.isFiring}
          isDisabled={isDisabled}
          onPress={onConfirm}
        >
          {confirm}
        </Button>
      </div>
    </>
  )
}
