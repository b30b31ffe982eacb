import { renderUnicodeCompact } from 'uqr'
import type { Hosts } from './http/hosts.ts'

/** What the terminal shows when the server is ready. The first line is read by programs too. */
export function greeting({ localUrl, lanUrl }: Hosts): string {
  const lines = [`Cascade is ready: ${localUrl}`]
  if (lanUrl !== null) {
    lines.push('', `For everybody on this network: ${lanUrl}`, '', renderUnicodeCompact(lanUrl))
  }
  lines.push('', 'Stop it with Ctrl+C.')
  return lines.join('\n')
}
