'use client'

import type { ReactNode } from 'react'
import { Label } from 'react-aria-components/Label'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { classNames } from './class-names.ts'
import { FIELD_LABEL } from './field-style.ts'

export interface Segment<Id extends string> {
  id: Id
  label: ReactNode
  isDisabled?: boolean
  /** Class names of the chosen segment, when its choice has a colour of its own. */
  chosen?: string
}

interface SegmentedProps<Id extends string> {
  label: string
  /** Keeps the label for screen readers alone. */
  isLabelHidden?: boolean
  segments: readonly Segment<Id>[]
  value: Id
  onChange: (id: Id) => void
  isDisabled?: boolean
  className?: string
}

/** One of two to five short choices in a row. */
export function Segmented<Id extends string>({ segments, value, onChange, ...rest }: SegmentedProps<Id>) {
  const { label, isLabelHidden = false, isDisabled = false, className } = rest
  const choose = (id: string) => {
    const segment = segments.find((candidate) => candidate.id === id)
    if (segment) onChange(segment.id)
  }
  return (
    <RadioGroup
      value={value}
      onChange={choose}
      isDisabled={isDisabled}
      orientation="horizontal"
      className={classNames('flex flex-col gap-1.5', className)}
    >
      <Label className={isLabelHidden ? 'sr-only' : FIELD_LABEL}>{label}</Label>
      <div className="flex rounded-lg bg-sunken p-1">
        {segments.map((segment) => (
          <Radio
            key={segment.id}
            value={segment.id}
            isDisabled={segment.isDisabled ?? false}
            className={classNames(
              'flex min-h-11 min-w-0 flex-1 cursor-pointer items-center justify-center rounded-md px-2',
              'text-center',
              'text-sm font-medium text-muted transition-colors hover:text-text',
              'disabled:cursor-not-allowed disabled:opacity-45',
              'selected:bg-chosen selected:text-text selected:shadow-sm',
              value === segment.id && segment.chosen,
            )}
          >
            {segment.label}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}
