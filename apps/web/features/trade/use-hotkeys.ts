'use client'

import { useEffect, useRef } from 'react'

/** What a key does, by the key as the keyboard names it, in lower case. */
export type Hotkeys = { readonly [key: string]: () => unknown }

/**
 * Listens for single keys. They rest while something is typed in, while a window is open, and beside other
 * keys.
 */
export function useHotkeys(hotkeys: Hotkeys): void {
  const latest = useRef(hotkeys)
  latest.current = hotkeys
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event.target)) return
      if (document.querySelector(WINDOW)) return
      const act = latest.current[event.key.toLowerCase()]
      if (!act) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}

/** A toast calls itself a dialog too, but one beside which everything else goes on. */
const WINDOW = '[role=dialog],[role=alertdialog]:not([aria-modal=false])'
const TYPED_IN = 'input:not([type=radio],[type=checkbox],[type=range]),textarea,select,[contenteditable=true]'

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(TYPED_IN) !== null
