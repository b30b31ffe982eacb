'use client'

import { type ReactNode, useId } from 'react'
import { classNames } from './class-names.ts'
import { FIELD_ERROR, FIELD_LABEL } from './field-style.ts'

const LENGTH = 6
const PLACES = Array.from({ length: LENGTH }, (_, place) => place)

interface CodeFieldProps {
  label: string
  value: string
  onChange: (digits: string) => void
  /** Called once the sixth digit is there, typed or pasted. */
  onComplete?: (digits: string) => void
  error?: string | undefined
  /** What stands beside the boxes, such as a button. */
  suffix?: ReactNode
  autoFocus?: boolean
}

/**
 * Six digits shown three and three. One real input lies over the drawn boxes, so that paste, autofill, the
 * numeric keyboard and screen readers work as in any other field.
 */
export function CodeField({ label, value, onChange, onComplete, error, suffix, autoFocus }: CodeFieldProps) {
  const id = useId()
  const accept = (text: string) => {
    const digits = text.replaceAll(/\D/g, '').slice(0, LENGTH)
    onChange(digits)
    if (digits.length === LENGTH && digits !== value) onComplete?.(digits)
  }
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className={FIELD_LABEL}>
        {label}
      </label>
      <div className="flex items-center gap-2">
        <div className="group relative flex-1">
          <input
            id={id}
            value={value}
            onChange={(event) => accept(event.target.value)}
            inputMode="numeric"
            autoComplete="one-time-code"
            pattern="[0-9 ]*"
            enterKeyHint="go"
            spellCheck={false}
            aria-invalid={error !== undefined}
            aria-describedby={error ? `${id}-error` : undefined}
            // biome-ignore lint/a11y/noAutofocus: the page that asks for the code has nothing else to do.
            autoFocus={autoFocus}
            className="absolute inset-0 z-10 w-full cursor-text opacity-0"
          />
          <div aria-hidden="true" className="grid grid-cols-[repeat(3,1fr)_0.5rem_repeat(3,1fr)] gap-1">
            {PLACES.map((place) => (
              <Digit key={place} value={value} place={place} isInvalid={error !== undefined} />
            ))}
          </div>
        </div>
        {suffix}
      </div>
      {error && (
        <p id={`${id}-error`} className={FIELD_ERROR} role="alert">
          {error}
        </p>
      )}
    </div>
  )
}

function Digit({ value, place, isInvalid }: { value: string; place: number; isInvalid: boolean }) {
  const isNext = place === Math.min(value.length, LENGTH - 1)
  return (
    <span
      className={classNames(
        'grid h-13 min-w-0 place-items-center rounded-lg border bg-field font-mono text-2xl font-medium',
        isInvalid ? 'border-danger' : 'border-edge',
        isNext &&
          'group-focus-within:border-accent group-focus-within:outline-2 group-focus-within:outline-accent',
        place === 3 && 'col-start-5',
      )}
    >
      {value[place] ?? ''}
    </span>
  )
}
