'use client'

import type { CascadeMember, CascadeReport, CascadeTree } from '@cascade/engine'
import { useTranslations } from 'use-intl'
import { compactMoney } from '../../format/money.ts'
import { wholePercent } from '../../format/percent.ts'
import { clock } from '../../format/time.ts'
import type { Cast } from '../events/sentence.ts'

interface ContagionListProps {
  contagion: CascadeReport
  cast: Cast
  tickMs: number
  onGoTo: (tick: number) => void
}

const TREES_SHOWN = 6

/** Which liquidations brought others about: the share of the whole, and the largest cascades. */
export function ContagionList({ contagion, cast, tickMs, onGoTo }: ContagionListProps) {
  const t = useTranslations('review.contagion')
  const trees = contagion.trees.filter(({ members }) => members.length > 1).slice(0, TREES_SHOWN)
  return (
    <div className="flex flex-col gap-3">
      <p>
        {contagion.ratio === null
          ? t('none')
          : t('ratio', {
              share: wholePercent(contagion.ratio),
              amount: compactMoney(contagion.liquidated),
            })}
      </p>
      <p className="text-muted text-sm">{t('method')}</p>
      {trees.length > 0 && (
        <ol className="flex flex-col gap-2">
          {trees.map((tree) => (
            <li key={tree.members[0]?.id}>
              <TreeRow tree={tree} cast={cast} tickMs={tickMs} onGoTo={() => onGoTo(tree.from)} />
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}

interface TreeRowProps {
  tree: CascadeTree
  cast: Cast
  tickMs: number
  onGoTo: () => void
}

function TreeRow({ tree, cast, tickMs, onGoTo }: TreeRowProps) {
  const t = useTranslations('review.contagion')
  const time = clock(tree.from * tickMs)
  const own = tree.members.filter(({ seat }) => seat !== null)
  return (
    <button
      type="button"
      onClick={onGoTo}
      className="flex w-full cursor-pointer flex-col gap-1.5 rounded-lg bg-sunken p-3 text-start transition-colors hover:bg-hover"
    >
      <span className="flex flex-wrap items-center gap-2 text-muted text-sm">
        <time className="font-semibold text-text">{time}</time>
        <span>
          {t('tree', {
            count: tree.members.length,
            generations: tree.generations,
            seconds: Math.round(((tree.to - tree.from) * tickMs) / 1000),
          })}
        </span>
        <span className="ms-auto text-loss">{compactMoney(tree.notional)}</span>
      </span>
      <span>{own.length === 0 ? t('ghostsOnly') : own.map(sentenceWith(t, cast)).join(' ')}</span>
    </button>
  )
}

/** A seat of the room in a cascade, told by whether it began it or was carried along. */
const sentenceWith =
  (t: ReturnType<typeof useTranslations<'review.contagion'>>, cast: Cast) =>
  ({ seat, generation, instruments }: CascadeMember): string =>
    t(generation === 0 ? 'began' : 'carried', {
      name: seat === null ? '' : cast.nameOf(seat),
      generation,
      instruments: [...new Set(instruments)].join(', '),
    })
