'use client'

import { Label } from 'react-aria-components/Label'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { Text } from 'react-aria-components/Text'
import { classNames } from './class-names.ts'
import { FIELD_HELP, FIELD_LABEL } from './field-style.ts'
import type { Choice } from './select.tsx'

interface ChoiceChipsProps<Id extends string> {
  label: string
  choices: readonly Choice<Id>[]
  value: string
  onChange: (id: Id) => void
  /** A sentence about the choice that is made. */
  help?: string | undefined
}

/** One of several short choices that wrap over lines, with a sentence about the chosen one. */
export function ChoiceChips<Id extends string>({
  label,
  choices,
  value,
  onChange,
  help,
}: ChoiceChipsProps<Id>) {
  const choose = (id: string) => {
    const choice = choices.find((candidate) => candidate.id === id)
    if (choice) onChange(choice.id)
  }
  return (
    <RadioGroup value={value} onChange={choose} className="flex flex-col gap-1.5">
      <Label className={FIELD_LABEL}>{label}</Label>
      <div className="flex flex-wrap gap-2">
        {choices.map((choice) => (
          <Radio
            key={choice.id}
            value={choice.id}
            className={classNames(
              'flex min-h-11 cursor-pointer items-center rounded-full border border-line bg-field px-3.5',
              'text-sm font-medium text-muted transition-colors hover:border-edge',
              'selected:border-accent selected:bg-accent/10 selected:text-text',
            )}
          >
            {choice.label}
          </Radio>
        ))}
      </div>
      {help && (
        <Text slot="description" className={FIELD_HELP}>
          {help}
        </Text>
      )}
    </RadioGroup>
  )
}
