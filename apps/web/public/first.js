// Runs before everything else, in a file of its own: the content security policy allows no inline scripts.

// The schemas must not try to compile themselves with eval, which the same policy forbids.
globalThis.__zod_globalConfig = { jitless: true }

// The theme stands before the first paint, so that the page never flashes. `ui/theme.ts` writes what this reads.
;(() => {
  const root = document.documentElement
  const read = (key, allowed) => {
    try {
      const value = localStorage.getItem(key)
      return allowed.includes(value) ? value : allowed[0]
    } catch {
      return allowed[0]
    }
  }
  const theme = read('cascade.theme', ['dark', 'light', 'system'])
  const light =
    theme === 'light' || (theme === 'system' && matchMedia('(prefers-color-scheme: light)').matches)
  root.dataset.theme = light ? 'light' : 'dark'
  root.dataset.profit = read('cascade.profit', ['green-red', 'red-green', 'blue-orange'])
})()
