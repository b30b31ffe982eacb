const BYTES = 12

/**
 * A name for this tab, made anew at every load: commands are numbered 1, 2, 3 … under it.
 * `crypto.randomUUID` is
 * missing on a plain http page in the local network, `getRandomValues` is not.
 */
export function makeClientId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(BYTES))
  return `t${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`
}
