'use client'

import { SCENARIOS } from '@cascade/engine'
import { useEffect, useState } from 'react'
import type { FanPicture } from './fan-picture.ts'

type Pictures = ReadonlyMap<string, FanPicture>

/** A scenario always has the same picture: what was drawn once stays for as long as the page does. */
let drawn: Pictures = new Map()

/** The pictures of the scenarios, drawn by the engine in a thread of their own, one after the other. */
export function useFanPictures(): Pictures {
  const [pictures, setPictures] = useState<Pictures>(drawn)
  useEffect(() => {
    const missing = SCENARIOS.map(({ id }) => id).filter((id) => !drawn.has(id))
    setPictures(drawn)
    if (missing.length === 0) return
    const worker = new Worker(new URL('./fan-picture.worker.ts', import.meta.url), { type: 'module' })
    worker.onmessage = ({ data }: MessageEvent<FanPicture>) => {
      drawn = new Map([...drawn, [data.scenario, data]])
      setPictures(drawn)
    }
    worker.postMessage(missing)
    return () => worker.terminate()
  }, [])
  return pictures
}
