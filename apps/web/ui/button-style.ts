import { classNames } from './class-names.ts'

/**
 * What a button is for: the one main thing, a second thing, a bare word, a loss, or one of two directions.
 */
export type ButtonVariant = 'primary' | 'quiet' | 'bare' | 'danger' | 'long' | 'short'

/** How tall a button is; none is below 44 px. */
export type ButtonSize = 'md' | 'lg'

const VARIANTS: Record<ButtonVariant, string> = {
  primary: 'bg-accent text-ink hover:brightness-110 pressed:brightness-90',
  quiet: 'bg-hover text-text hover:bg-line pressed:bg-line',
  bare: 'text-accent hover:bg-hover pressed:bg-hover',
  danger: 'bg-danger text-ink hover:brightness-110 pressed:brightness-90',
  long: 'bg-gain text-ink hover:brightness-110 pressed:brightness-90',
  short: 'bg-loss text-ink hover:brightness-110 pressed:brightness-90',
}

const SIZES: Record<ButtonSize, string> = {
  md: 'min-h-11 px-4 text-base',
  lg: 'min-h-13 px-6 text-lg',
}

/** The class names that buttons and links that look like buttons share. */
export const buttonStyle = (variant: ButtonVariant, size: ButtonSize): string =>
  classNames(
    'relative inline-flex cursor-pointer select-none items-center justify-center gap-2',
    'rounded-lg font-semibold',
    'transition-[background-color,filter,opacity] duration-100',
    'disabled:cursor-not-allowed disabled:opacity-45',
    VARIANTS[variant],
    SIZES[size],
  )
