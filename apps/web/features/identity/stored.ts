/** Reads what this browser remembers under a name; null when there is nothing or nothing may be kept. */
export function readStored(key: string): unknown {
  try {
    const text = localStorage.getItem(key)
    return text === null ? null : JSON.parse(text)
  } catch {
    return null
  }
}

/** Remembers a value in this browser; quietly does nothing where a browser keeps nothing. */
export function writeStored(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value))
  } catch {
    // Private windows may refuse; the value then lasts as long as the page.
  }
}
