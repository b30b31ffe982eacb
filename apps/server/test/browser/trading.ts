import type { Page } from 'playwright-core'

/** What one order is to be. */
export interface Wish {
  readonly leverage?: string
  /** Share of the free margin as the screen writes it. */
  readonly size?: string
}

/** Places a long market order by the ticket, as a person does, and confirms it if the screen asks. */
export async function buyLong(page: Page, { leverage, size = '25%' }: Wish = {}): Promise<void> {
  const ticket = page.getByRole('form', { name: 'Order', exact: true })
  await ticket.getByText('Long', { exact: true }).click()
  await ticket.getByText(size, { exact: true }).click()
  if (leverage !== undefined) await ticket.getByRole('button', { name: leverage, exact: true }).click()
  await ticket.getByRole('button', { name: 'Place order' }).click()
  const question = page.getByRole('alertdialog', { name: 'This order is risky' })
  const position = page.getByRole('region', { name: 'Positions' }).getByText('BTC').first()
  await question.or(position).first().waitFor()
  if (await question.isVisible()) await question.getByRole('button', { name: 'Confirm order' }).click()
}

/** The own position in bitcoin, on a desk. */
export const bitcoinPosition = (page: Page) =>
  page.getByRole('region', { name: 'Positions' }).getByText(/BTC/).first()

/** The n-th purchase that the screen tells of, on a desk. */
export const purchase = (page: Page, n: number) => page.getByText(/^You bought/).nth(n - 1)

/** On a phone the screen shows one part at a time. */
export const showBoard = (page: Page): Promise<void> => page.getByRole('tab', { name: 'Board' }).click()

/** The rows of the board as they read, without the mark on one's own. */
export async function boardRows(page: Page): Promise<readonly string[]> {
  const rows = await page.getByRole('list', { name: 'Board' }).getByRole('listitem').allInnerTexts()
  return rows.map((row) => row.replaceAll(/\s+/g, ' ').replace(' you', '').trim())
}
