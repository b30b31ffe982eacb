import { existsSync, readdirSync } from 'node:fs'
import { join, posix } from 'node:path'
import { root } from '../tidy/read-sources.ts'
import { lineAt } from '../tidy/source.ts'
import type { Document } from './clauses.ts'

const inBackticks = /`((?:apps|packages|docs|scripts|prisma|\.ci)\/[^\s`]+)`/g
const inLinks = /\]\((?!\w+:|#)([^)\s#]+)(?:#[^)\s]*)?\)/g

/** The files and folders a document speaks of and that are not there. */
export const missingPaths = (doc: Document): readonly string[] =>
  mentionedPaths(doc)
    .filter(({ target }) => !isThere(target))
    .map(({ target, line }) => `${doc.path}:${line} speaks of ${target}, which does not exist`)

/** Every path from the root that a document names in backticks or links to. */
export const mentionedPaths = (
  doc: Document,
): readonly { readonly target: string; readonly line: number }[] => [
  ...[...doc.text.matchAll(inBackticks)].flatMap((match) =>
    alternatives(match[1] ?? '').map((target) => ({ target, line: lineAt(doc.text, match.index) })),
  ),
  ...[...doc.text.matchAll(inLinks)].map((match) => ({
    target: posix.join(posix.dirname(doc.path), match[1] ?? ''),
    line: lineAt(doc.text, match.index),
  })),
]

/** `a/{b,c}.ts` speaks of two files; a trailing `:12` or full stop belongs to the sentence. */
function alternatives(path: string): readonly string[] {
  const plain = path.replace(/(?::\d+|[.,])+$/, '')
  const braces = /^(.*?)\{([^}]*)\}(.*)$/.exec(plain)
  if (!braces) return [plain]
  const [, before = '', choices = '', after = ''] = braces
  return choices.split(',').flatMap((choice) => alternatives(before + choice.trim() + after))
}

/** A star stands for any part of one name, two stars or a placeholder such as `<id>` for anything below. */
function isThere(target: string): boolean {
  const parts = target.split('/').filter((part) => part !== '')
  const open = parts.findIndex((part) => /[*<…]/.test(part))
  if (open === -1) return existsSync(join(root, target))
  const folder = parts.slice(0, open).join('/')
  if (!existsSync(join(root, folder))) return false
  const pattern = parts[open] ?? ''
  if (pattern === '**' || /[<…]/.test(pattern)) return true
  const name = new RegExp(`^${pattern.split('*').map(escaped).join('.*')}$`)
  return readdirSync(join(root, folder)).some((entry) => name.test(entry))
}

const escaped = (text: string): string => text.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&')
