import { nickname } from '@cascade/protocol'
import { readStored, writeStored } from './stored.ts'

const KEY = 'cascade.nickname'

/** The words that generated names are made of; they belong to a language and live in its catalogue. */
export interface NameWords {
  readonly firsts: readonly string[]
  readonly seconds: readonly string[]
}

const pick = (words: readonly string[]): string => words[Math.floor(Math.random() * words.length)] ?? ''

/** A generated name such as `Quiet Heron`, never longer than a name may be. */
export function generateName({ firsts, seconds }: NameWords): string {
  const second = pick(seconds)
  const fitting = firsts.filter((first) => nickname.safeParse(`${first} ${second}`).success)
  return fitting.length > 0 ? `${pick(fitting)} ${second}` : second
}

/** The name this browser used last, or null. */
export function storedName(): string | null {
  const name = nickname.safeParse(readStored(KEY))
  return name.success ? name.data : null
}

/** Remembers a name for the next round. */
export const rememberName = (name: string): void => writeStored(KEY, name)
