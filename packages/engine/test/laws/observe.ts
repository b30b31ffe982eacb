import { evolve, openRound, type Round, type RoundEvent, seedFromText } from '../../src/index.ts'
import { type Act, play, wildConfig } from './play.ts'
import type { Regime } from './regimes.ts'

/** Looks at an event and the round before it; what it answers is called with the same round after it. */
export type Look = (event: RoundEvent, round: Round) => (() => void) | undefined

/** Plays a script under a regime and shows every event between the round before it and the round after it. */
export function observe(
  script: readonly Act[],
  { seed, rules }: { readonly seed: string } & Pick<Regime, 'rules'>,
  look: Look,
): void {
  const config = wildConfig('live', rules)
  const shadow = openRound(config, seedFromText(seed))
  play(script, {
    seed,
    round: openRound(config, seedFromText(seed)),
    watch: (_command, { events }) => {
      for (const event of events) {
        const then = look(event, shadow)
        evolve(shadow, event)
        then?.()
      }
    },
  })
}
