'use client'

import { Label } from 'react-aria-components/Label'
import { Slider as AriaSlider, SliderThumb, SliderTrack } from 'react-aria-components/Slider'
import { classNames } from './class-names.ts'
import { FIELD_LABEL } from './field-style.ts'

interface SliderProps {
  label: string
  value: number
  onChange: (value: number) => void
  onChangeEnd?: (value: number) => void
  min: number
  max: number
  step?: number
  /** The value in words, shown at the right and read aloud. */
  text: string
  isDisabled?: boolean
  className?: string
}

/** A value on a line. */
export function Slider({ label, value, onChange, onChangeEnd, min, max, step = 1, ...rest }: SliderProps) {
  const { text, isDisabled = false, className } = rest
  const share = max > min ? (value - min) / (max - min) : 0
  return (
    <AriaSlider
      value={value}
      onChange={onChange}
      {...(onChangeEnd ? { onChangeEnd } : {})}
      minValue={min}
      maxValue={max}
      step={step}
      isDisabled={isDisabled}
      className={classNames('flex flex-col disabled:opacity-45', className)}
    >
      <div className="flex items-baseline justify-between gap-3">
        <Label className={FIELD_LABEL}>{label}</Label>
        <span className="text-sm font-semibold">{text}</span>
      </div>
      <SliderTrack className="relative h-11 w-full cursor-pointer">
        <div className="absolute inset-x-0 top-1/2 h-1.5 -translate-y-1/2 rounded-full bg-line" />
        <div
          className="absolute start-0 top-1/2 h-1.5 -translate-y-1/2 rounded-full bg-accent"
          style={{ width: `${share * 100}%` }}
        />
        <SliderThumb
          aria-valuetext={text}
          className="top-1/2 size-6 rounded-full border-4 border-accent bg-surface shadow dragging:size-7"
        />
      </SliderTrack>
    </AriaSlider>
  )
}
