import { existsSync, mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { test as base } from 'vitest'
import { repositoryDir } from '../../src/env.ts'
import { type ServerChoices, type ServerProcess, startProcess } from '../fixtures/server-process.ts'
import { embeddedHome } from '../fixtures/temporary.ts'

const screenshotDir = join(repositoryDir, 'test-results')
const PHONE = { width: 390, height: 844 }
const DESK = { width: 1280, height: 800 }
/** How long a page may take to show what a test waits for: the machine may be busy. */
const PATIENCE_MS = 15_000

/** What a browser test plays with. */
export interface Stage {
  /** Starts the bundled server, or starts it again on the same data and port. */
  start(choices?: Omit<ServerChoices, 'home' | 'from' | 'port'>): Promise<ServerProcess>
  /** A browser of its own for one person, with nothing remembered. */
  person(screen?: 'phone' | 'desk'): Promise<Page>
}

/** A test with a stage. What a page complained of, and how it looked when the test failed, is kept. */
export const test = base.extend<{ stage: Stage }>({
  stage: async ({ task }, use) => {
    const home = embeddedHome()
    const port = await freePort()
    const browser = await openBrowser()
    const people: { readonly page: Page; readonly context: BrowserContext }[] = []
    const complaints: string[] = []
    let server: ServerProcess | undefined
    await use({
      start: async (choices = {}) => {
        server = await startProcess({ ...choices, home, from: 'bundle', port })
        return server
      },
      person: async (screen = 'desk') => {
        const context = await browser.newContext({
          baseURL: `http://127.0.0.1:${port}`,
          viewport: screen === 'phone' ? PHONE : DESK,
          reducedMotion: 'reduce',
        })
        context.setDefaultTimeout(PATIENCE_MS)
        const page = await context.newPage()
        page.on('pageerror', (error) => complaints.push(error.message))
        people.push({ page, context })
        return page
      },
    })
    if (task.result?.state === 'fail') await keepPictures(task.name, people)
    if (task.result?.state === 'fail' && server) console.error(server.output(), complaints)
    await browser.close()
    await server?.kill()
    await home.remove()
    if (complaints.length > 0) throw new Error(`a page threw: ${complaints.join('\n')}`)
  },
})

async function openBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH
  if (!executablePath || !existsSync(executablePath)) {
    throw new Error('CHROMIUM_PATH must name a Chromium, Chrome or Edge; `npm test` finds one by itself.')
  }
  // Chromium refuses its sandbox to root.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return chromium.launch({ executablePath, args })
}

async function keepPictures(name: string, people: readonly { readonly page: Page }[]): Promise<void> {
  mkdirSync(screenshotDir, { recursive: true })
  const file = name.replaceAll(/[^A-Za-z0-9]+/g, '-').slice(0, 60)
  for (const [index, { page }] of people.entries()) {
    await page.screenshot({ path: join(screenshotDir, `${file}-${index + 1}.png`) }).catch(() => {})
  }
}

/** A port that is free right now, for a server that has to come back to it. */
function freePort(): Promise<number> {
  const probe = createServer()
  return new Promise((resolve) => {
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(address !== null && typeof address === 'object' ? address.port : 0))
    })
  })
}
