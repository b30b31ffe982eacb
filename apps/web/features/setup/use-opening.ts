import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Answered, LiveClient, No } from '../../live/index.ts'
import { signedIn } from '../identity/signed-in.ts'

interface Opening {
  /** From the press until the page of the new round is there. */
  isOpening: boolean
  /** The last no, until the next press. */
  no: No | null
  open: () => Promise<void>
}

/** Opens a round as whoever sits here, and goes to its page. */
export function useOpening(
  ask: (client: LiveClient) => Promise<Answered<{ roundId: string }>>,
  hrefOf: (roundId: string) => string,
): Opening {
  const router = useRouter()
  const [isOpening, setOpening] = useState(false)
  const [no, setNo] = useState<No | null>(null)
  const open = async () => {
    setOpening(true)
    setNo(null)
    const answered = await signedIn(ask)
    if (answered.ok) {
      router.push(hrefOf(answered.value.roundId))
      return
    }
    setOpening(false)
    setNo(answered.no)
  }
  return { isOpening, no, open }
}
