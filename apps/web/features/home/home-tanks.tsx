'use client'

import { RotateCcw } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../ui/button.tsx'
import { Tanks } from '../../ui/tanks.tsx'

const STEPS = [1, 0.75, 0.5, 0.25, 0] as const
const FIRST_STEP_MS = 900
const STEP_MS = 550
const SHARED_LOSS = 0.42

const isMotionReduced = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches

/**
 * The picture of the whole game: the same loss in separate tanks and in joined ones. It plays once and rests.
 */
export function HomeTanks() {
  const t = useTranslations('home.tanks')
  const [step, setStep] = useState(0)
  const isOver = step === STEPS.length - 1
  useEffect(() => {
    if (isOver) return
    if (step === 0 && isMotionReduced()) return setStep(STEPS.length - 1)
    const timer = setTimeout(() => setStep(step + 1), step === 0 ? FIRST_STEP_MS : STEP_MS)
    return () => clearTimeout(timer)
  }, [step, isOver])
  const left = STEPS[step] ?? 0
  const shared = 0.86 - SHARED_LOSS * (1 - left)
  const isLeaking = step > 0 && !isOver
  return (
    <div className="flex flex-col gap-2">
      <div className="grid grid-cols-2 gap-5 sm:gap-8">
        <figure className="flex flex-col gap-2 text-isolated">
          <Tanks
            isJoined={false}
            label={t('isolatedPicture')}
            tanks={[
              { id: 'a', level: 0.8 },
              { id: 'b', level: 0.9 * left, isDrained: isOver, isLeaking },
              { id: 'c', level: 0.95 },
            ]}
          />
          <figcaption className="flex flex-col gap-0.5">
            <span className="font-semibold">{t('isolated')}</span>
            <span className="text-sm text-muted">{t('isolatedText')}</span>
          </figcaption>
        </figure>
        <figure className="flex flex-col gap-2 text-cross">
          <Tanks
            isJoined
            label={t('crossPicture')}
            tanks={[
              { id: 'a', level: shared },
              { id: 'b', level: shared, isLeaking },
              { id: 'c', level: shared },
            ]}
          />
          <figcaption className="flex flex-col gap-0.5">
            <span className="font-semibold">{t('cross')}</span>
            <span className="text-sm text-muted">{t('crossText')}</span>
          </figcaption>
        </figure>
      </div>
      <div className="flex items-center justify-between gap-3">
        <span className="flex items-center gap-2 text-sm text-muted">
          <span className="w-7 border-danger border-t-2 border-dashed" aria-hidden="true" />
          {t('line')}
        </span>
        <Button variant="bare" className="-me-4" onPress={() => setStep(0)} isDisabled={!isOver}>
          <RotateCcw size={16} aria-hidden />
          {t('again')}
        </Button>
      </div>
    </div>
  )
}
