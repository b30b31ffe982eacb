import { hostname, networkInterfaces } from 'node:os'
import type { Settings } from '../env.ts'

/**
 * The names this server answers to. Anything else is a stranger's page that resolves its own name to our
 * address.
 */
export interface Hosts {
  /** Values of the Host header, with port. */
  readonly names: readonly string[]
  /** What a browser puts into Origin for a page of ours. */
  readonly origins: readonly string[]
  /** The address to open on this machine. */
  readonly localUrl: string
  /** The address to give to others on the same network, or null. */
  readonly lanUrl: string | null
  allowsHost(host: string | undefined): boolean
  allowsOrigin(origin: string): boolean
}

type Binding = Pick<Settings, 'host' | 'publicUrl'> & { readonly port: number }

/** Works the names out once the port is known. */
export function hostsOf({ host, publicUrl, port }: Binding, addresses = networkAddresses()): Hosts {
  const everywhere = host === '0.0.0.0' || host === '::'
  const machine = hostname()
  const bare = new Set(['localhost', '127.0.0.1', '[::1]', ...(everywhere ? [] : [bracketed(host)])])
  if (everywhere) for (const name of [...addresses, machine, `${machine}.local`]) bare.add(bracketed(name))
  const names = [...bare].flatMap((name) => [`${name}:${port}`, ...(port === 80 ? [name] : [])])
  const origins = names.map((name) => `http://${name}`)
  if (publicUrl) {
    names.push(new URL(publicUrl).host)
    origins.push(new URL(publicUrl).origin)
  }
  const [knownNames, knownOrigins] = [lowered(names), lowered(origins)]
  const lan = everywhere ? addresses.find((address) => !address.includes(':')) : undefined
  return {
    names,
    origins,
    localUrl: `http://${everywhere ? '127.0.0.1' : bracketed(host)}:${port}`,
    lanUrl: publicUrl ?? (lan === undefined ? null : `http://${lan}:${port}`),
    allowsHost: (asked) => asked !== undefined && knownNames.has(asked.toLowerCase()),
    allowsOrigin: (origin) => knownOrigins.has(origin.toLowerCase()),
  }
}

const lowered = (texts: readonly string[]): ReadonlySet<string> =>
  new Set(texts.map((text) => text.toLowerCase()))

const bracketed = (address: string): string => (address.includes(':') ? `[${address}]` : address)

/** The addresses under which other machines reach this one, without link-local ones. */
function networkAddresses(): readonly string[] {
  const all = Object.values(networkInterfaces()).flatMap((entries) => entries ?? [])
  return all
    .filter(({ internal, address }) => !internal && !address.startsWith('fe80'))
    .map(({ address }) => address)
}
