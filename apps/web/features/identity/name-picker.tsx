'use client'

import { Dices } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Button } from '../../ui/button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'

interface NamePickerProps {
  name: string
  spinsLeft: number
  onSpin: () => void
  size?: 'md' | 'lg'
}

/** A generated name and the spins that are left for another. */
export function NamePicker({ name, spinsLeft, onSpin, size = 'md' }: NamePickerProps) {
  const t = useTranslations('join.name')
  return (
    <div className="flex flex-col gap-1">
      <p className="text-muted text-sm">{t('label')}</p>
      <div className="flex min-h-11 flex-wrap items-center justify-between gap-x-3">
        <output
          aria-live="polite"
          className={size === 'lg' ? 'font-semibold text-3xl tracking-tight' : 'font-semibold text-lg'}
        >
          {name || <Skeleton className="h-7 w-36" />}
        </output>
        <Button variant="bare" className="-mx-4" onPress={onSpin} isDisabled={spinsLeft === 0}>
          <Dices size={18} aria-hidden />
          {t('spin', { left: spinsLeft })}
        </Button>
      </div>
    </div>
  )
}
