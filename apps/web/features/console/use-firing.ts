'use client'

import type { Answer } from '@cascade/engine'
import { useState } from 'react'
import type { Answered, No } from '../../live/index.ts'
import { useRejectionWords } from '../trade/use-words.ts'

/** How the last question of a host went. */
interface Firing {
  readonly isFiring: boolean
  /** The gate's no to the last question, until the next. */
  readonly no: No | null
  /** Why the rules refused it, in words. */
  readonly refused: string | null
  /** Asks, and tells whether it has happened. */
  readonly fire: (question: Promise<Answered<Answer>>) => Promise<boolean>
}

/** One thing at a time that a host does to the market. */
export function useFiring(): Firing {
  const why = useRejectionWords()
  const [isFiring, setFiring] = useState(false)
  const [no, setNo] = useState<No | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const fire = async (question: Promise<Answered<Answer>>) => {
    setFiring(true)
    setNo(null)
    setRefused(null)
    const answered = await question
    setFiring(false)
    if (!answered.ok) setNo(answered.no)
    else if (!answered.value.ok) setRefused(why(answered.value.rejection))
    return answered.ok && answered.value.ok
  }
  return { isFiring, no, refused, fire }
}
