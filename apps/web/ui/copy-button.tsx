'use client'

import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from './button.tsx'

const SHOWN_MS = 2000

interface CopyButtonProps {
  text: string
  label: string
  doneLabel: string
}

/** Puts a text on the clipboard and says so. */
export function CopyButton({ text, label, doneLabel }: CopyButtonProps) {
  const [isDone, setDone] = useState(false)
  useEffect(() => {
    if (!isDone) return
    const timer = setTimeout(() => setDone(false), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [isDone])
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setDone(true)
    } catch {
      // Without a clipboard the text stands beside the button and can be selected.
    }
  }
  const Icon = isDone ? Check : Copy
  return (
    <Button onPress={copy}>
      <Icon size={18} aria-hidden />
      {isDone ? doneLabel : label}
    </Button>
  )
}
