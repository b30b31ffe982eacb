import axe from 'axe-core'
import type { Page } from 'playwright-core'

/**
 * What the checker finds wrong on a page, or in a part of it that a selector names, as short lines. Beside
 * `main` what is read aloud may still speak of the page before.
 */
export async function findings(page: Page, part = 'html'): Promise<readonly string[]> {
  await page.evaluate(axe.source)
  const violations = await page.evaluate(async (selector) => {
    const checker: typeof axe = Reflect.get(globalThis, 'axe')
    const { violations: found } = await checker.run(selector)
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
  }, part)
  return violations
}
