'use client'

import type { SeatId } from '@cascade/engine'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { AccountReview, Answer, Kept, Overview, Question, Tables } from './conversation.ts'

/** How far the re-run in this browser has come. */
export type ReviewState =
  | { readonly kind: 'running' }
  | { readonly kind: 'told'; readonly overview: Overview }
  | Extract<Answer, { kind: 'untrue' | 'unreadable' }>

/** A record that is re-run in a thread of its own. */
export interface Review {
  readonly state: ReviewState
  /** The account that was asked for last, once it is there. */
  readonly account: AccountReview | null
  readonly ask: (seat: SeatId) => void
  /** The tables of the round, once they were asked for and are there. */
  readonly tables: Tables | null
  readonly askTables: () => void
}

/** Re-runs a record in a thread of its own, and looks at one account after the other. */
export function useReview(record: unknown, kept: Kept): Review {
  const thread = useRef<Worker | null>(null)
  const [state, setState] = useState<ReviewState>({ kind: 'running' })
  const [account, setAccount] = useState<AccountReview | null>(null)
  const [tables, setTables] = useState<Tables | null>(null)

  useEffect(() => {
    const worker = new Worker(new URL('./review.worker.ts', import.meta.url), { type: 'module' })
    thread.current = worker
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      if (data.kind === 'account') setAccount(data.review)
      else if (data.kind === 'tables') setTables(data.tables)
      else if (data.kind !== 'market')
        setState(data.kind === 'overview' ? { kind: 'told', overview: data.overview } : data)
    }
    worker.onerror = ({ message }) => setState({ kind: 'unreadable', problems: [message] })
    say(worker, { kind: 'read', record, ...kept })
    return () => {
      thread.current = null
      worker.terminate()
    }
  }, [record, kept])

  const ask = useCallback((seat: SeatId) => {
    if (thread.current) say(thread.current, { kind: 'account', seat })
  }, [])
  const askTables = useCallback(() => {
    if (thread.current) say(thread.current, { kind: 'tables' })
  }, [])
  return { state, account, ask, tables, askTables }
}

const say = (worker: Worker, question: Question): void => worker.postMessage(question)
