import { InvalidArgumentError } from 'commander'

/** Reads a whole number between two bounds. */
export const whole =
  (least: number, most: number) =>
  (text: string): number => {
    const value = Number(text)
    if (/^\d+$/.test(text) && value >= least && value <= most) return value
    throw new InvalidArgumentError(`It must be a whole number between ${least} and ${most}.`)
  }

/** Reads a decimal number between two bounds. */
export const number =
  (least: number, most: number) =>
  (text: string): number => {
    const value = Number(text)
    if (/^\d+(\.\d+)?$/.test(text) && value >= least && value <= most) return value
    throw new InvalidArgumentError(`It must be a number between ${least} and ${most}.`)
  }

/** Reads a list such as `BTC,ETH`. */
export const list = (text: string): readonly string[] => {
  const parts = text.split(',').map((part) => part.trim())
  if (parts.every((part) => /^[A-Za-z][\w-]*$/.test(part))) return parts
  throw new InvalidArgumentError('It must be names with commas between them, such as BTC,ETH.')
}

/** Reads a list of decimal numbers between two bounds, such as `0.2,0.35`. */
export const numbers =
  (least: number, most: number) =>
  (text: string): readonly number[] =>
    text.split(',').map((part) => number(least, most)(part.trim()))
