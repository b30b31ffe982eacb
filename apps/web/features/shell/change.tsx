import { amountOf } from '../../format/amount.ts'
import { signedPercent } from '../../format/percent.ts'
import { classNames } from '../../ui/class-names.ts'

const color = (share: number): string => {
  if (share === 0) return 'text-muted'
  return share > 0 ? 'text-gain' : 'text-loss'
}

const arrow = (share: number): string => {
  if (share === 0) return ''
  return share > 0 ? '\u25b2' : '\u25bc'
}

/** A change with arrow, sign and colour: any one of them is enough. */
export function Change({ share, className }: { share: string | number; className?: string }) {
  const value = amountOf(share)
  return (
    <span className={classNames('whitespace-nowrap font-semibold', color(value), className)}>
      <span aria-hidden="true" className="me-[0.3em] text-[0.7em]">
        {arrow(value)}
      </span>
      {signedPercent(value)}
    </span>
  )
}
