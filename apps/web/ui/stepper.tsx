'use client'

import { Minus, Plus } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Group } from 'react-aria-components/Group'
import { classNames } from './class-names.ts'

interface StepperProps {
  /** What is counted, for screen readers. */
  label: string
  value: number
  onChange: (value: number) => void
  min: number
  max: number
  lessLabel: string
  moreLabel: string
}

const STEP =
  'grid size-11 cursor-pointer place-items-center rounded-lg text-muted transition-colors ' +
  'hover:bg-hover hover:text-text disabled:cursor-default disabled:opacity-35'

/** A small whole number between two buttons. */
export function Stepper({ label, value, onChange, min, max, lessLabel, moreLabel }: StepperProps) {
  return (
    <Group aria-label={label} className="flex items-center">
      <Button
        className={STEP}
        aria-label={lessLabel}
        isDisabled={value <= min}
        onPress={() => onChange(value - 1)}
      >
        <Minus size={18} aria-hidden />
      </Button>
      <output
        aria-live="polite"
        className={classNames('w-6 text-center font-semibold', value === 0 && 'text-muted')}
      >
        {value}
      </output>
      <Button
        className={STEP}
        aria-label={moreLabel}
        isDisabled={value >= max}
        onPress={() => onChange(value + 1)}
      >
        <Plus size={18} aria-hidden />
      </Button>
    </Group>
  )
}
