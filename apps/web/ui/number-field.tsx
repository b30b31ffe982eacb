'use client'

import { Minus, Plus } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { FieldError } from 'react-aria-components/FieldError'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { NumberField as AriaNumberField, type NumberFieldProps } from 'react-aria-components/NumberField'
import { Text } from 'react-aria-components/Text'
import { classNames } from './class-names.ts'
import { FIELD_BOX, FIELD_ERROR, FIELD_HELP, FIELD_INPUT, FIELD_LABEL } from './field-style.ts'

interface Props extends Omit<NumberFieldProps, 'className' | 'children' | 'style'> {
  label: string
  help?: string
  error?: string | undefined
  className?: string
}

const STEP = 'grid size-11 cursor-pointer place-items-center text-muted hover:text-text disabled:opacity-40'

/** A number that is typed in or stepped up and down. */
export function NumberField({ label, help, error, className, ...rest }: Props) {
  return (
    <AriaNumberField
      {...rest}
      isInvalid={error !== undefined}
      className={classNames('flex flex-col gap-1.5', className)}
    >
      <Label className={FIELD_LABEL}>{label}</Label>
      <Group className={FIELD_BOX}>
        <Button slot="decrement" className={STEP}>
          <Minus size={18} aria-hidden />
        </Button>
        <Input className={classNames(FIELD_INPUT, 'w-full text-center')} />
        <Button slot="increment" className={STEP}>
          <Plus size={18} aria-hidden />
        </Button>
      </Group>
      {help && !error && (
        <Text slot="description" className={FIELD_HELP}>
          {help}
        </Text>
      )}
      <FieldError className={FIELD_ERROR}>{error}</FieldError>
    </AriaNumberField>
  )
}
