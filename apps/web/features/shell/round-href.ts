import type { Phase } from '@cascade/engine'

/** The page on which a round is to be seen, by how far it has come. */
export function roundHref({ roundId, phase }: { roundId: string; phase: Phase }): string {
  if (phase === 'lobby') return `/lobby/${roundId}`
  return phase === 'running' ? `/play/${roundId}` : `/replay/${roundId}`
}
