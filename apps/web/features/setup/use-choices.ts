'use client'

import { useEffect, useState } from 'react'
import { readStored, writeStored } from '../identity/stored.ts'
import { type Choices, type Choose, defaultChoices, readChoices } from './choices.ts'

interface ChoicesState {
  choices: Choices
  choose: Choose
}

/** The choices of a set-up form, remembered in this browser under a name. */
export function useChoices(key: string, opponents: readonly string[]): ChoicesState {
  const [choices, setChoices] = useState(() => defaultChoices(opponents))
  useEffect(() => {
    const stored = readChoices(readStored(key))
    if (stored) setChoices(stored)
  }, [key])
  const choose: Choose = (change) => {
    const next = { ...choices, ...change }
    setChoices(next)
    writeStored(key, next)
  }
  return { choices, choose }
}
