/** The three themes a reader can choose, the default first. */
export const THEMES = ['dark', 'light', 'system'] as const
export type Theme = (typeof THEMES)[number]

/** Which colours gains and losses take, the default first. */
export const PROFIT_COLORS = ['green-red', 'red-green', 'blue-orange'] as const
export type ProfitColors = (typeof PROFIT_COLORS)[number]

const THEME_KEY = 'cascade.theme'
const PROFIT_KEY = 'cascade.profit'
const LIGHT = '(prefers-color-scheme: light)'

const choiceOf = <T extends string>(allowed: readonly T[], fallback: T, text: string | null): T =>
  allowed.find((candidate) => candidate === text) ?? fallback

/** The theme that was chosen in this browser. */
export const storedTheme = (): Theme => choiceOf(THEMES, 'dark', read(THEME_KEY))

/** The colours of gains and losses that were chosen in this browser. */
export const storedProfitColors = (): ProfitColors => choiceOf(PROFIT_COLORS, 'green-red', read(PROFIT_KEY))

/** Chooses a theme and shows it at once; `public/first.js` reads it before the next first paint. */
export function chooseTheme(theme: Theme): void {
  write(THEME_KEY, theme)
  showTheme(theme)
}

/** Chooses the colours of gains and losses and shows them at once. */
export function chooseProfitColors(colors: ProfitColors): void {
  write(PROFIT_KEY, colors)
  document.documentElement.dataset.profit = colors
}

/** Shows a theme without remembering it: used when the system turns dark or light. */
export function showTheme(theme: Theme): void {
  const isLight = theme === 'light' || (theme === 'system' && matchMedia(LIGHT).matches)
  document.documentElement.dataset.theme = isLight ? 'light' : 'dark'
}

/** Calls back when the system turns dark or light; the answer stops it. */
export function onSystemTheme(changed: () => void): () => void {
  const query = matchMedia(LIGHT)
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    // A browser that keeps nothing gets the default each time.
    return null
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // The choice then lasts as long as the page.
  }
}
