'use client'

import { useTranslations } from 'use-intl'
import { wholeMoney } from '../../format/money.ts'
import { wholePercent } from '../../format/percent.ts'
import { classNames } from '../../ui/class-names.ts'
import { Tanks } from '../../ui/tanks.tsx'
import type { HeldTank, TankGroup } from './groups.ts'
import { type Health, healthOf, levelOf } from './health.ts'

interface AccountTanksProps {
  groups: readonly TankGroup[]
  /** Small stands in the strip, without words; large has captions and the figures behind each group. */
  size: 'small' | 'large'
  className?: string
}

const LIQUID: Record<Health, string | null> = {
  flat: null,
  safe: null,
  tight: 'text-warn',
  danger: 'text-danger',
  last: 'text-danger',
  empty: null,
}

/**
 * Every position as a tank: those in cross mode joined at the bottom, those in isolated mode with walls of
 * their own.
 */
export function AccountTanks({ groups, size, className }: AccountTanksProps) {
  const t = useTranslations('trade.tanks')
  if (groups.length === 0) return <NoTanks label={t('none')} size={size} />
  return (
    <div className={classNames('flex items-end', size === 'small' ? 'h-9 gap-0.5' : 'gap-3', className)}>
      {groups.map((group) => (
        <Group key={keyOf(group)} group={group} size={size} />
      ))}
    </div>
  )
}

function Group({ group, size }: { group: TankGroup; size: AccountTanksProps['size'] }) {
  const t = useTranslations('trade.tanks')
  const { mode, tanks, equity, requirement } = group
  const buffer = tanks[0]?.buffer ?? 0
  const health = healthOf(buffer)
  const figures = {
    count: tanks.length,
    names: tanks.map(({ instrument }) => instrument).join(', '),
    equity: wholeMoney(equity),
    requirement: wholeMoney(requirement),
    buffer: wholePercent(Math.max(0, buffer)),
  }
  return (
    <figure
      className={classNames('flex min-w-0 flex-col gap-2', mode === 'cross' ? 'text-cross' : 'text-isolated')}
      style={size === 'large' ? { flex: tanks.length, maxWidth: `${tanks.length * 7}rem` } : undefined}
    >
      <Tanks
        isJoined={mode === 'cross'}
        label={t(mode, figures)}
        tanks={tanks.map((tank) => ({
          id: tank.instrument,
          level: levelOf(tank.buffer),
          isLeaking: size === 'large' && (health === 'danger' || health === 'last'),
          ...colorOf(health),
        }))}
        {...(size === 'large'
          ? { captions: tanks.map((tank) => <Caption key={tank.instrument} tank={tank} />) }
          : {})}
        {...(size === 'small' ? { className: 'w-auto [&_svg]:h-9 [&_svg]:w-auto' } : {})}
      />
      {size === 'large' && (
        <figcaption className="text-center text-sm text-muted">
          <span className="block font-semibold text-text">{t('behind', figures)}</span>
          {t('line', figures)}
        </figcaption>
      )}
    </figure>
  )
}

function Caption({ tank }: { tank: HeldTank }) {
  const t = useTranslations('trade')
  return (
    <span className="whitespace-nowrap font-semibold text-sm text-text">
      <span aria-hidden="true">{tank.long ? '▲' : '▼'}</span> {tank.instrument}
      <span className="sr-only">{t(tank.long ? 'long' : 'short')}</span>
    </span>
  )
}

/** Nothing is held: an empty outline keeps the place. */
function NoTanks({ label, size }: { label: string; size: AccountTanksProps['size'] }) {
  return (
    <div className={classNames('text-edge', size === 'small' ? 'h-9' : 'mx-auto w-24')}>
      <Tanks
        isJoined={false}
        label={label}
        tanks={[{ id: 'none', level: 0, isDrained: true }]}
        {...(size === 'small' ? { className: '[&_svg]:h-9 [&_svg]:w-auto' } : {})}
      />
    </div>
  )
}

const keyOf = ({ mode, tanks }: TankGroup): string =>
  mode === 'cross' ? mode : `${mode} ${tanks[0]?.instrument}`

const colorOf = (health: Health): { className?: string } => {
  const className = LIQUID[health]
  return className === null ? {} : { className }
}
