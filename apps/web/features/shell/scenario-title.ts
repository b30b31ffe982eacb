import { SCENARIOS } from '@cascade/engine'

/** What people call a scenario; its bare name when this version does not know it any more. */
export const scenarioTitle = (scenario: string): string =>
  SCENARIOS.find(({ id }) => id === scenario)?.title ?? scenario
