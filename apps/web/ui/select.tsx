'use client'

import { Check, ChevronsUpDown } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select'
import { classNames } from './class-names.ts'
import { FIELD_BOX, FIELD_LABEL } from './field-style.ts'

export interface Choice<Id extends string> {
  id: Id
  label: string
}

interface SelectProps<Id extends string> {
  label: string
  choices: readonly Choice<Id>[]
  value: Id
  onChange: (id: Id) => void
  className?: string
}

/** One of a list that is too long to lie open. */
export function Select<Id extends string>({ label, choices, value, onChange, className }: SelectProps<Id>) {
  const choose = (key: unknown) => {
    const choice = choices.find((candidate) => candidate.id === key)
    if (choice) onChange(choice.id)
  }
  return (
    <AriaSelect
      selectedKey={value}
      onSelectionChange={choose}
      className={classNames('flex flex-col gap-1.5', className)}
    >
      <Label className={FIELD_LABEL}>{label}</Label>
      <Button className={classNames(FIELD_BOX, 'cursor-pointer justify-between gap-2 px-3 text-start')}>
        <SelectValue className="truncate" />
        <ChevronsUpDown size={16} className="shrink-0 text-muted" aria-hidden />
      </Button>
      <Popover
        offset={4}
        className="w-(--trigger-width) min-w-48 animate-appear overflow-auto rounded-lg border border-line bg-raised p-1 shadow-xl"
      >
        <ListBox items={choices.map((choice) => ({ ...choice }))} className="outline-none">
          {(choice) => (
            <ListBoxItem
              id={choice.id}
              textValue={choice.label}
              className="flex min-h-11 cursor-pointer items-center gap-2 rounded-md px-3 py-2 leading-snug outline-none hover:bg-hover focus:bg-hover"
            >
              {({ isSelected }) => (
                <>
                  <span className="flex-1">{choice.label}</span>
                  {isSelected && <Check size={16} className="text-accent" aria-hidden />}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
