import type { PositionInputs } from './inputs.ts'
import { PositionComparison } from './position-comparison.tsx'
import type { AccountReport } from './report.ts'

interface PositionComparisonsProps {
  positions: readonly PositionInputs[]
  isolated: AccountReport
  cross: AccountReport
}

/** Every position with its figures in both margin modes. */
export function PositionComparisons({ positions, isolated, cross }: PositionComparisonsProps) {
  return (
    <div className="grid items-start gap-4 sm:gap-6 md:grid-cols-2">
      {positions.map((position, index) => {
        const reports = { isolated: isolated.positions[index], cross: cross.positions[index] }
        if (!reports.isolated || !reports.cross) return null
        return (
          <PositionComparison
            key={position.instrument}
            position={position}
            reports={{ isolated: reports.isolated, cross: reports.cross }}
            isShared={positions.length > 1}
          />
        )
      })}
    </div>
  )
}
