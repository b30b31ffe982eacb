import type { Page } from 'playwright-core'

const LOOK_AGAIN_MS = 50
const MOVES = 'document.getAnimations().some(({ playState }) => playState === "running")'

/**
 * Waits until nothing on the page moves: a colour on its way is neither one nor the other. It asks from
 * outside each time, because the page's own policy lets nobody evaluate a text inside it later on.
 */
export async function settled(page: Page): Promise<void> {
  while (await page.evaluate<boolean>(MOVES)) await page.waitForTimeout(LOOK_AGAIN_MS)
}
