'use client'

import { useTranslations } from 'use-intl'
import { wholeMoney } from '../../format/money.ts'
import { wholePercent } from '../../format/percent.ts'
import { classNames } from '../../ui/class-names.ts'
import { type Tank, Tanks } from '../../ui/tanks.tsx'
import type { HeldTank, TankGroup } from './groups.ts'
import { type Health, healthOf, levelOf } from './health.ts'

interface AccountTanksProps {
  groups: readonly TankGroup[]
  /** Small stands in the strip, without words; large has captions and the figures behind each group. */
  size: 'small' | 'large'
  /** How many tanks the whole width is for, so that two pictures side by side have one scale. */
  slots?: number
  className?: string
}

type GroupProps = Pick<AccountTanksProps, 'size'> & { group: TankGroup; slots: number }

const LIQUID: Record<Health, string | null> = {
  flat: null,
  safe: null,
  tight: 'text-warn',
  danger: 'text-danger',
  last: 'text-danger',
  empty: null,
}

const SLOT_REM = 5

/** How many tanks there are. */
export const tankCount = (groups: readonly TankGroup[]): number =>
  groups.reduce((count, { tanks }) => count + tanks.length, 0)

/**
 * Every position as a tank: those in cross mode joined at the bottom, those in isolated mode with walls of
 * their own. What was liquidated stands there empty.
 */
export function AccountTanks({ groups, size, slots, className }: AccountTanksProps) {
  const t = useTranslations('trade.tanks')
  if (groups.length === 0) return <NoTanks label={t('none')} size={size} />
  const isSmall = size === 'small'
  return (
    <div className={classNames('flex items-end', isSmall && 'h-9 gap-0.5', className)}>
      {groups.map((group) =>
        isSmall ? (
          <SmallGroup key={keyOf(group)} group={group} />
        ) : (
          <LargeGroup key={keyOf(group)} group={group} slots={slots ?? tankCount(groups)} />
        ),
      )}
    </div>
  )
}

function SmallGroup({ group }: { group: TankGroup }) {
  return (
    <figure className={colorOf(group)}>
      <Picture group={group} isLeaking={false} className="w-auto [&_svg]:h-9 [&_svg]:w-auto" />
    </figure>
  )
}

function LargeGroup({ group, slots }: Omit<GroupProps, 'size'>) {
  const t = useTranslations('trade.tanks')
  const { tanks, equity, requirement, isDrained } = group
  const health = healthOf(bufferOf(group))
  const values = {
    count: tanks.length,
    equity: wholeMoney(equity),
    requirement: wholeMoney(requirement),
  }
  return (
    <figure
      className={classNames('flex min-w-0 flex-col gap-1', colorOf(group))}
      style={{ width: `${(100 * tanks.length) / slots}%`, maxWidth: `${tanks.length * SLOT_REM}rem` }}
    >
      <Picture group={group} isLeaking={!isDrained && (health === 'danger' || health === 'last')} />
      <div className="grid text-center" style={{ gridTemplateColumns: `repeat(${tanks.length}, 1fr)` }}>
        {tanks.map((tank) => (
          <Caption key={tank.instrument} tank={tank} />
        ))}
      </div>
      <figcaption className="text-center text-2xs text-muted leading-snug sm:text-sm">
        <span className="block font-semibold text-text">{isDrained ? t('ranDry') : t('behind', values)}</span>
        {isDrained ? t('lost', values) : t('line', values)}
      </figcaption>
    </figure>
  )
}

interface PictureProps {
  group: TankGroup
  isLeaking: boolean
  className?: string
}

function Picture({ group, isLeaking, className }: PictureProps) {
  const t = useTranslations('trade.tanks')
  const { mode, tanks, equity, requirement, isDrained } = group
  const color = LIQUID[healthOf(bufferOf(group))]
  const values = {
    count: tanks.length,
    names: tanks.map(({ instrument }) => instrument).join(', '),
    equity: wholeMoney(equity),
    requirement: wholeMoney(requirement),
    buffer: wholePercent(Math.max(0, bufferOf(group))),
  }
  return (
    <Tanks
      isJoined={mode === 'cross'}
      label={t(`pictures.${isDrained ? 'drained' : mode}`, values)}
      tanks={tanks.map(
        ({ instrument, buffer }): Tank => ({
          id: instrument,
          level: levelOf(buffer),
          isDrained,
          isLeaking,
          ...(color === null || isDrained ? {} : { className: color }),
        }),
      )}
      {...(className ? { className } : {})}
    />
  )
}

function Caption({ tank }: { tank: HeldTank }) {
  const t = useTranslations('trade')
  return (
    <span className="whitespace-nowrap font-semibold text-2xs text-text sm:text-sm">
      <span aria-hidden="true" className="text-[0.75em]">
        {tank.long ? '▲' : '▼'}
      </span>{' '}
      {tank.instrument}
      <span className="sr-only"> {t(tank.long ? 'side.long' : 'side.short')}</span>
    </span>
  )
}

/** Nothing is held: an empty outline keeps the place. */
function NoTanks({ label, size }: { label: string; size: AccountTanksProps['size'] }) {
  const isSmall = size === 'small'
  return (
    <div className={classNames('text-edge', isSmall ? 'h-9' : 'mx-auto w-20')}>
      <Tanks
        isJoined={false}
        label={label}
        tanks={[{ id: 'none', level: 0, isDrained: true }]}
        {...(isSmall ? { className: '[&_svg]:h-9 [&_svg]:w-auto' } : {})}
      />
    </div>
  )
}

const bufferOf = ({ tanks }: TankGroup): number => tanks[0]?.buffer ?? 0

const colorOf = ({ mode }: TankGroup): string => (mode === 'cross' ? 'text-cross' : 'text-isolated')

const keyOf = ({ mode, tanks, isDrained }: TankGroup): string =>
  [mode, isDrained ? 'drained' : '', mode === 'cross' ? '' : tanks[0]?.instrument].join(' ')
