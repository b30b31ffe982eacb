'use client'

import { Check } from 'lucide-react'
import { Checkbox } from 'react-aria-components/Checkbox'
import { CheckboxGroup } from 'react-aria-components/CheckboxGroup'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { classNames } from './class-names.ts'
import { FIELD_HELP, FIELD_LABEL } from './field-style.ts'
import type { Choice } from './select.tsx'

interface CheckChipsProps<Id extends string> {
  label: string
  help?: string
  choices: readonly Choice<Id>[]
  value: readonly Id[]
  onChange: (ids: Id[]) => void
}

/** Any number of short choices. */
export function CheckChips<Id extends string>({
  label,
  help,
  choices,
  value,
  onChange,
}: CheckChipsProps<Id>) {
  const choose = (ids: string[]) =>
    onChange(choices.map((choice) => choice.id).filter((id) => ids.includes(id)))
  return (
    <CheckboxGroup value={[...value]} onChange={choose} className="flex flex-col gap-1.5">
      <Label className={FIELD_LABEL}>{label}</Label>
      <div className="flex flex-wrap gap-2">
        {choices.map((choice) => (
          <Checkbox
            key={choice.id}
            value={choice.id}
            className={classNames(
              'flex min-h-11 cursor-pointer items-center gap-1.5 rounded-full',
              'border border-line bg-field px-3.5',
              'text-sm font-medium text-muted transition-colors hover:border-edge',
              'selected:border-accent selected:bg-accent/10 selected:text-text',
            )}
          >
            {({ isSelected }) => (
              <>
                {isSelected && <Check size={16} className="text-accent" aria-hidden />}
                {choice.label}
              </>
            )}
          </Checkbox>
        ))}
      </div>
      {help && (
        <Text slot="description" className={FIELD_HELP}>
          {help}
        </Text>
      )}
    </CheckboxGroup>
  )
}
