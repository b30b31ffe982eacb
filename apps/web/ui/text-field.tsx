'use client'

import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField as AriaTextField } from 'react-aria-components/TextField'
import { classNames } from './class-names.ts'
import { FIELD_BOX, FIELD_HELP, FIELD_INPUT, FIELD_LABEL } from './field-style.ts'

interface TextFieldProps {
  label: string
  value: string
  onChange: (text: string) => void
  /** Characters at most, as a keyboard counts them. */
  lengthMax: number
  help?: string
}

/** One sentence that is typed in; it wraps where the screen is narrow, and holds no line break. */
export function TextField({ label, value, onChange, lengthMax, help }: TextFieldProps) {
  return (
    <AriaTextField
      value={value}
      onChange={(text) => onChange(text.replaceAll(/\s*\n\s*/g, ' '))}
      maxLength={lengthMax}
      className="flex flex-col gap-1.5"
    >
      <Label className={FIELD_LABEL}>{label}</Label>
      <div className={FIELD_BOX}>
        <TextArea rows={2} className={classNames(FIELD_INPUT, 'resize-none')} />
      </div>
      {help && (
        <Text slot="description" className={FIELD_HELP}>
          {help}
        </Text>
      )}
    </AriaTextField>
  )
}
