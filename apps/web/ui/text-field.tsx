'use client'

import type { ReactNode } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextField as AriaTextField, type TextFieldProps } from 'react-aria-components/TextField'
import { classNames } from './class-names.ts'
import { FIELD_BOX, FIELD_ERROR, FIELD_HELP, FIELD_INPUT, FIELD_LABEL } from './field-style.ts'

interface Props extends Omit<TextFieldProps, 'className' | 'children' | 'style'> {
  label: string
  help?: string
  error?: string | undefined
  /** What stands inside the box after the text, such as a button. */
  suffix?: ReactNode
  className?: string
}

/** One line of text with its label, its help and its error. */
export function TextField({ label, help, error, suffix, className, ...rest }: Props) {
  return (
    <AriaTextField
      {...rest}
      isInvalid={error !== undefined}
      className={classNames('flex flex-col gap-1.5', className)}
    >
      <Label className={FIELD_LABEL}>{label}</Label>
      <Group className={FIELD_BOX}>
        <Input className={FIELD_INPUT} />
        {suffix}
      </Group>
      {help && !error && (
        <Text slot="description" className={FIELD_HELP}>
          {help}
        </Text>
      )}
      <FieldError className={FIELD_ERROR}>{error}</FieldError>
    </AriaTextField>
  )
}
