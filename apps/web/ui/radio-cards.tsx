'use client'

import type { ReactNode } from 'react'
import { Label } from 'react-aria-components/Label'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { classNames } from './class-names.ts'
import { FIELD_LABEL } from './field-style.ts'

export interface RadioCard<Id extends string> {
  id: Id
  title: string
  text?: string
  /** What stands below the sentence, such as a few figures. */
  details?: ReactNode
  picture?: ReactNode
}

interface RadioCardsProps<Id extends string> {
  label: string
  cards: readonly RadioCard<Id>[]
  value: Id
  onChange: (id: Id) => void
  /** Class names of the grid that the cards lie in. */
  className?: string
}

/** One of a few choices that need a sentence each. */
export function RadioCards<Id extends string>({
  label,
  cards,
  value,
  onChange,
  className,
}: RadioCardsProps<Id>) {
  const choose = (id: string) => {
    const card = cards.find((candidate) => candidate.id === id)
    if (card) onChange(card.id)
  }
  return (
    <RadioGroup value={value} onChange={choose} className="flex flex-col gap-1.5">
      <Label className={FIELD_LABEL}>{label}</Label>
      <div className={classNames('grid gap-2', className)}>
        {cards.map((card) => (
          <Radio
            key={card.id}
            value={card.id}
            className={classNames(
              'flex min-h-11 cursor-pointer gap-3 rounded-lg border border-line bg-field p-3',
              'transition-colors',
              'hover:border-edge selected:border-accent selected:bg-accent/10',
            )}
          >
            {card.picture}
            <span className="flex min-w-0 flex-1 flex-col">
              <span className="font-medium">{card.title}</span>
              {card.text && <span className="pb-2 text-sm text-muted last:pb-0">{card.text}</span>}
              {card.details}
            </span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}
