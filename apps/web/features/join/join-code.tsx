import { classNames } from '../../ui/class-names.ts'

/** Six digits to read out, three and three. */
export function JoinCode({ code, className }: { code: string; className?: string }) {
  return (
    <p
      className={classNames('flex gap-[0.35em] font-medium font-mono leading-none tracking-tight', className)}
    >
      <span>{code.slice(0, 3)}</span>
      <span>{code.slice(3)}</span>
    </p>
  )
}
