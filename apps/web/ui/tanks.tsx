import { type CSSProperties, type ReactNode, useId } from 'react'
import { classNames } from './class-names.ts'

export interface Tank {
  id: string
  /** Height of the liquid above the line: 0 at the line, 1 full. */
  level: number
  /** A tank that ran dry keeps its walls, dashed and empty. */
  isDrained?: boolean
  /** Drops fall from a tank that is losing. */
  isLeaking?: boolean
  /** Class name that colours the liquid, for example `text-warn`; the whole picture's colour without it. */
  className?: string
}

interface TanksProps {
  tanks: readonly Tank[]
  /** Joined tanks share one liquid; separate ones have walls of their own. */
  isJoined: boolean
  /** The picture in words; empty when the words around it say it all. */
  label: string
  /** What stands below each tank, in the same order. */
  captions?: readonly ReactNode[]
  className?: string
}

const PITCH = 84
const WIDTH = 60
const HEIGHT = 128
const LINE = 96
const FULL = 12
const RADIUS = 11
const PIPE = 18
const DROPS = 22
const EDGE = 2

/** Tanks with a level each, or one level for all of them. */
export function Tanks({ tanks, isJoined, label, captions, className }: TanksProps) {
  const shared = tanks[0]
  return (
    <div className={classNames('flex flex-col gap-1', className)}>
      <svg
        role="img"
        aria-label={label}
        aria-hidden={label === ''}
        viewBox={`0 ${-EDGE} ${PITCH * tanks.length} ${HEIGHT + EDGE * 2 + DROPS}`}
        className="block w-full"
      >
        {isJoined && shared && <Vessel outline={joinedOutline(tanks.length)} tank={shared} />}
        {tanks.map((tank, index) => (
          <g key={tank.id}>
            {!isJoined && <Vessel outline={tankOutline(index)} tank={tank} />}
            {tank.isLeaking && <Drops x={PITCH * (index + 0.5)} />}
          </g>
        ))}
        <line
          x1={4}
          x2={PITCH * tanks.length - 4}
          y1={LINE}
          y2={LINE}
          stroke="var(--danger)"
          strokeWidth="2"
          strokeDasharray="5 4"
        />
      </svg>
      {captions && (
        <div className="grid text-center" style={{ gridTemplateColumns: `repeat(${tanks.length}, 1fr)` }}>
          {captions.map((caption, index) => (
            <div key={tanks[index]?.id} className="min-w-0 px-0.5">
              {caption}
            </div>
          ))}
        </div>
      )}
    </div>
  )
}

/** One outline with its liquid, clipped to the outline. */
function Vessel({ outline, tank }: { outline: string; tank: Tank }) {
  const clip = useId()
  const level = Math.min(1, Math.max(0, tank.level))
  const top = tank.isDrained ? HEIGHT + EDGE : LINE - level * (LINE - FULL)
  const style: CSSProperties = { transform: `translateY(${top}px)` }
  return (
    <g className={tank.className}>
      <clipPath id={clip}>
        <path d={outline} clipRule="evenodd" />
      </clipPath>
      <g clipPath={`url(#${clip})`}>
        <path d={outline} fill="var(--sunken)" fillRule="evenodd" />
        <g className="transition-transform duration-500 ease-out" style={style} fill="currentColor">
          <rect width="100%" height={HEIGHT} opacity="0.8" />
          <rect width="100%" height="3" />
        </g>
        <rect y={LINE} width="100%" height={HEIGHT - LINE} fill="var(--sunken)" opacity="0.45" />
      </g>
      <path
        d={outline}
        fill="none"
        stroke={tank.isDrained ? 'var(--edge)' : 'currentColor'}
        strokeWidth="2.5"
        strokeLinecap="round"
        strokeDasharray={tank.isDrained ? '3 4' : undefined}
      />
    </g>
  )
}

function Drops({ x }: { x: number }) {
  return (
    <g fill="var(--danger)" className="animate-drip">
      {[0, 1, 2].map((drop) => (
        <circle key={drop} cx={x} cy={HEIGHT + 6 + drop * 7} r={3 - drop * 0.7} />
      ))}
    </g>
  )
}

const left = (index: number): number => PITCH * index + (PITCH - WIDTH) / 2

function tankOutline(index: number): string {
  const x = left(index)
  const inner = HEIGHT - RADIUS
  const bottom = `V${inner}a${RADIUS} ${RADIUS} 0 0 0 ${RADIUS} ${RADIUS}h${WIDTH - 2 * RADIUS}`
  return `M${x} 0${bottom}a${RADIUS} ${RADIUS} 0 0 0 ${RADIUS} ${-RADIUS}V0`
}

function joinedOutline(count: number): string {
  const roof = HEIGHT - PIPE
  const start = left(0)
  const end = left(count - 1) + WIDTH
  let path = `M${start} 0V${HEIGHT - RADIUS}a${RADIUS} ${RADIUS} 0 0 0 ${RADIUS} ${RADIUS}H${end - RADIUS}`
  path += `a${RADIUS} ${RADIUS} 0 0 0 ${RADIUS} ${-RADIUS}V0`
  // Between two tanks the walls go down to the pipe's roof; moving over a tank's mouth leaves it open.
  for (let index = count - 1; index > 0; index--) {
    path += `m${-WIDTH} 0V${roof}h${WIDTH - PITCH}V0`
  }
  return path
}
