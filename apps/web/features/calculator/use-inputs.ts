'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { readAddress, writeAddress } from './address.ts'
import { EXAMPLE, type Inputs, type PositionInputs } from './inputs.ts'

/** A browser refuses an address that changes with every step of a slider. */
const WRITE_AFTER_MS = 300

interface InputsState {
  readonly inputs: Inputs
  /** Where this very account can be opened again; empty until the page knows its own address. */
  readonly link: string
  /** The page was opened by a link that cannot be read, and shows the worked example instead. */
  readonly isBroken: boolean
  readonly change: (change: Partial<Inputs>) => void
  readonly changePosition: (index: number, change: Partial<PositionInputs>) => void
  readonly reset: () => void
}

/** The inputs of the calculator, which live in the address of the page. */
export function useInputs(): InputsState {
  const [inputs, setInputs] = useState(EXAMPLE)
  const [isBroken, setBroken] = useState(false)
  const [place, setPlace] = useState('')
  useEffect(() => {
    const read = readAddress(window.location.search)
    if (read) setInputs(read)
    setBroken(read === null)
    setPlace(`${window.location.origin}${window.location.pathname}`)
  }, [])
  const writeLater = useAddressWriter()
  const show = (next: Inputs) => {
    setBroken(false)
    setInputs(next)
    writeLater(next === EXAMPLE ? '' : writeAddress(next))
  }
  const change = (part: Partial<Inputs>) => show({ ...inputs, ...part })
  return {
    inputs,
    isBroken,
    link: place && `${place}?${writeAddress(inputs)}`,
    change,
    changePosition: (index, part) =>
      change({
        positions: inputs.positions.map((position, at) =>
          at === index ? { ...position, ...part } : position,
        ),
      }),
    reset: () => show(EXAMPLE),
  }
}

/** Puts the latest query into the address bar once the hand rests, without a step in the history. */
function useAddressWriter(): (query: string) => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  return useCallback((query) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      const { pathname } = window.location
      window.history.replaceState(window.history.state, '', query === '' ? pathname : `${pathname}?${query}`)
    }, WRITE_AFTER_MS)
  }, [])
}
