'use client'

import { useCallback, useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { generateName, rememberName, storedName } from './nickname.ts'

const SPINS = 3

interface NameState {
  /** Empty until the browser has drawn or remembered one. */
  name: string
  spinsLeft: number
  spin: () => void
}

/** The player's generated name, the one of last time if there is one, and three spins for another. */
export function useName(): NameState {
  const t = useTranslations('names')
  const [name, setName] = useState('')
  const [spinsLeft, setSpinsLeft] = useState(SPINS)
  const draw = useCallback(() => {
    const drawn = generateName({ firsts: t('firsts').split(' '), seconds: t('seconds').split(' ') })
    setName(drawn)
    rememberName(drawn)
  }, [t])
  // Chance and memory belong to the browser, so the page from the server leaves the name open.
  useEffect(() => {
    const stored = storedName()
    if (stored) setName(stored)
    else draw()
  }, [draw])
  const spin = () => {
    if (spinsLeft === 0) return
    setSpinsLeft(spinsLeft - 1)
    draw()
  }
  return { name, spinsLeft, spin }
}
