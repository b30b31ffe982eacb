'use client'

import { ChevronFirst, Pause, Play, SkipBack, SkipForward } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { clock } from '../../format/time.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Slider } from '../../ui/slider.tsx'
import { useHotkeys } from '../trade/use-hotkeys.ts'
import type { Overview } from './conversation.ts'

interface TransportProps {
  overview: Overview
  /** Moments worth stopping at, indexes in the timeline, ascending. */
  stops: readonly number[]
  at: number
  onScrub: (at: number) => void
}

const FRAME_MS = 60
/** A whole round plays in about so many steps. */
const STEPS = 300

/** Moves the moment: by hand, by itself, or from one liquidation to the next. */
export function Transport({ overview, stops, at, onScrub }: TransportProps) {
  const t = useTranslations('review.stage')
  const [isPlaying, setPlaying] = useState(false)
  const { ticks, tickMs } = overview.timeline
  const end = ticks.length - 1
  useEffect(() => {
    if (!isPlaying) return
    if (at >= end) return setPlaying(false)
    const timer = setTimeout(
      () => onScrub(Math.min(end, at + Math.max(1, Math.round(end / STEPS)))),
      FRAME_MS,
    )
    return () => clearTimeout(timer)
  }, [isPlaying, at, end, onScrub])
  const play = () => {
    if (at >= end) onScrub(0)
    setPlaying(!isPlaying)
  }
  const previous = stops.findLast((stop) => stop < at)
  const next = stops.find((stop) => stop > at)
  useHotkeys({
    j: () => next !== undefined && onScrub(next),
    k: () => previous !== undefined && onScrub(previous),
  })
  const time = (index: number) => clock((ticks[index] ?? 0) * tickMs)
  return (
    <div className="flex flex-col">
      <Slider
        label={t('scrub')}
        value={at}
        onChange={(value) => {
          setPlaying(false)
          onScrub(value)
        }}
        min={0}
        max={end}
        text={t('at', { time: time(at), end: time(end) })}
      />
      <div className="flex items-center justify-center gap-1">
        <IconButton label={t('start')} onPress={() => onScrub(0)} isDisabled={at === 0}>
          <ChevronFirst size={20} aria-hidden />
        </IconButton>
        <IconButton
          label={t('previous')}
          onPress={() => onScrub(previous ?? 0)}
          isDisabled={previous === undefined}
        >
          <SkipBack size={20} aria-hidden />
        </IconButton>
        <IconButton label={t(isPlaying ? 'pause' : 'play')} onPress={play} className="bg-hover">
          {isPlaying ? <Pause size={22} aria-hidden /> : <Play size={22} aria-hidden />}
        </IconButton>
        <IconButton label={t('next')} onPress={() => onScrub(next ?? end)} isDisabled={next === undefined}>
          <SkipForward size={20} aria-hidden />
        </IconButton>
      </div>
    </div>
  )
}
