import axe from 'axe-core'
import type { Page } from 'playwright-core'

/**
 * What the checker finds wrong on a page, as short lines. The widgets' own announcer is left out: for
 * seconds it speaks of a button that was pressed on the page before.
 */
export async function findings(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source)
  const violations = await page.evaluate(async () => {
    const checker: typeof axe = Reflect.get(globalThis, 'axe')
    const { violations: found } = await checker.run({ exclude: ['[data-live-announcer]'] })
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
  })
  return violations
}
