'use client'

import { useState } from 'react'
import type { Answered, No } from '../../live/index.ts'

interface Asking {
  /** What is being asked right now, by its name; null when nothing is. */
  asking: string | null
  /** The last no, until the next question. */
  no: No | null
  /** Asks something of the server; what it answers is shown, and nothing else may be asked meanwhile. */
  ask: <T>(name: string, question: Promise<Answered<T>>) => Promise<void>
}

/** One question at a time to the server, with its no. */
export function useAsking(): Asking {
  const [asking, setAsking] = useState<string | null>(null)
  const [no, setNo] = useState<No | null>(null)
  const ask = async <T>(name: string, question: Promise<Answered<T>>) => {
    setAsking(name)
    setNo(null)
    const answered = await question
    setAsking(null)
    if (!answered.ok) setNo(answered.no)
  }
  return { asking, no, ask }
}
