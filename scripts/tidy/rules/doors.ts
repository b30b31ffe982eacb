import type { Finding } from '../finding.ts'
import { isApp, isTest, lineAt, type Source } from '../source.ts'

/** The two places where a message from the other side comes in. */
const gateways = /^apps\/server\/src\/socket\/gateway\.ts$|^apps\/web\/live\/line\.ts$/

/** Everything from outside comes in through one door, where it is parsed and counted. */
export function doors(source: Source): readonly Finding[] {
  if (isTest(source.path)) return []
  return [...rawSockets(source), ...serverActions(source)]
}

const rawSockets = (source: Source): readonly Finding[] =>
  gateways.test(source.path) || !isApp(source.path)
    ? []
    : [...source.code.matchAll(/\b\w*[sS]ocket\.(?:on|once|onAny|addListener)\(/g)].map((match) => ({
        rule: 'door',
        path: source.path,
        line: lineAt(source.code, match.index),
        found: `\`${match[0]}…)\``,
        why: 'one packet without an acknowledgement kills a server that listens without the wrapper',
        instead: 'register it in the gateway of the server, or in the line of the web',
      }))

const serverActions = (source: Source): readonly Finding[] =>
  [...source.text.matchAll(/^[ \t]*['"]use server['"]/gm)].map((match) => ({
    rule: 'door',
    path: source.path,
    line: lineAt(source.text, match.index),
    found: "'use server'",
    why: 'a Server Action is a second way in, without the checks of the first',
    instead: 'write a tRPC procedure in packages/api',
  }))
