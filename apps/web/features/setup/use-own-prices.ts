'use client'

import { useRef, useState } from 'react'
import { isSmallEnough, type OwnPrices, type OwnReading } from './own-prices.ts'

/** How far a picked file is. */
export type Picked =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading'; readonly name: string }
  | { readonly kind: 'too_large'; readonly name: string }
  | { readonly kind: 'unreadable'; readonly name: string }
  | { readonly kind: 'bad'; readonly name: string; readonly problems: readonly string[] }
  | { readonly kind: 'good'; readonly name: string; readonly text: string; readonly prices: OwnPrices }

/** A host's own prices, beside the choices of the form: a file is not remembered by the browser. */
export interface OwnMarket {
  /** Whether the round plays the file instead of a scenario. */
  readonly isChosen: boolean
  readonly picked: Picked
  /** Wall-clock time between two ticks: a file may be far shorter than a scenario, and be played slower. */
  readonly tickMs: number
  setTickMs: (tickMs: number) => void
  choose: (isChosen: boolean) => void
  pick: (file: File) => void
}

/** Takes a file of prices and reads it in a thread of its own. */
export function useOwnPrices(): OwnMarket {
  const [isChosen, choose] = useState(false)
  const [tickMs, setTickMs] = useState(500)
  const [picked, setPicked] = useState<Picked>({ kind: 'none' })
  const latest = useRef(0)
  const pick = async (file: File) => {
    const { name } = file
    latest.current += 1
    const turn = latest.current
    // A file that is picked while another one is read goes before it.
    const show = (next: Picked) => turn === latest.current && setPicked(next)
    if (!isSmallEnough(file.size)) return show({ kind: 'too_large', name })
    show({ kind: 'reading', name })
    try {
      const text = await file.text()
      const read = await readBeside(text)
      show(
        read.ok ? { kind: 'good', name, text, prices: read } : { kind: 'bad', name, problems: read.problems },
      )
    } catch {
      show({ kind: 'unreadable', name })
    }
  }
  return { isChosen, picked, tickMs, setTickMs, choose, pick: (file) => void pick(file) }
}

function readBeside(text: string): Promise<OwnReading> {
  const worker = new Worker(new URL('./own-prices.worker.ts', import.meta.url), { type: 'module' })
  return new Promise<OwnReading>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<OwnReading>) => resolve(data)
    worker.onerror = ({ message }) => reject(new Error(message))
    worker.postMessage(text)
  }).finally(() => worker.terminate())
}
