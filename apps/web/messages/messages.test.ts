import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { messages } from './index.ts'

const WEB = fileURLToPath(new URL('..', import.meta.url))
const FOLDERS = ['app', 'features', 'live', 'ui', 'format']
const BINDING = /const (\w+) = useTranslations\((?:'([\w.-]+)')?\)/g
const PARAMETER = /(\w+): ReturnType<typeof useTranslations<'([\w.-]+)'>>/g

const TEMPLATE = /`(?:[^`$]|\$\{[^}]*\})*`/g
const GAP = /\$\{[^}]*\}/g
const LITERAL = /(?:^|[?:])\s*'([\w.-]+)'/g

/** A key as it stands in the source; `*` is what is only known when it runs. */
interface Use {
  readonly key: string
  readonly file: string
}

function sourceFiles(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.includes('.test.'))
    .map((entry) => join(entry.parentPath, entry.name))
}

/** Every key that a file asks for: by a bound translator, whatever it is called, or by the bare catalogue. */
function usesIn(file: string): readonly Use[] {
  const text = readFileSync(file, 'utf8')
  const bindings = [...text.matchAll(BINDING), ...text.matchAll(PARAMETER)]
    .map((match) => ({ at: match.index, name: match[1] ?? '', namespace: match[2] ?? '' }))
    .sort((a, b) => a.at - b.at)
  const names = new Set(bindings.map(({ name }) => name))
  const uses: Use[] = keysAfter(text, 'translate').map(({ key }) => ({ key, file }))
  for (const name of names) {
    for (const { key, at } of keysAfter(text, name)) {
      const binding = bindings.findLast((candidate) => candidate.name === name && candidate.at < at)
      if (binding) uses.push({ key: [binding.namespace, key].filter(Boolean).join('.'), file })
    }
  }
  return uses
}

/**
 * The keys of every call of a name: a literal, both branches of a choice, a template with gaps, or anything
 * at all.
 */
function keysAfter(text: string, name: string): readonly { key: string; at: number }[] {
  const call = new RegExp(`\\b${name}(?:\\.rich|\\.has|\\.raw)?\\(`, 'g')
  return [...text.matchAll(call)].flatMap(({ index, 0: opening }) => {
    const argument = firstArgument(text.slice(index + opening.length))
    const templates = [...argument.matchAll(TEMPLATE)].map(([template]) =>
      template.slice(1, -1).replaceAll(GAP, '*'),
    )
    const rest = argument.replaceAll(TEMPLATE, '')
    const literals = [...rest.matchAll(LITERAL)].map(([, literal]) => literal ?? '')
    const keys = [...templates, ...literals]
    return (keys.length > 0 ? keys : ['*']).map((key) => ({ key, at: index }))
  })
}

function firstArgument(text: string): string {
  let depth = 0
  for (const [index, character] of [...text].entries()) {
    if ('([{'.includes(character)) depth++
    if (')]}'.includes(character) && depth-- === 0) return text.slice(0, index)
    if (character === ',' && depth === 0) return text.slice(0, index)
  }
  return text
}

function keysOf(tree: object, prefix = ''): readonly string[] {
  return Object.entries(tree).flatMap(([name, value]) => {
    const key = prefix ? `${prefix}.${name}` : name
    return typeof value === 'string' ? [key] : keysOf(value, key)
  })
}

const pattern = (key: string): RegExp =>
  new RegExp(`^${key.replaceAll('.', '\\.').replaceAll('*', '[^.]+')}$`)

const known = keysOf(messages)
const uses = FOLDERS.flatMap((folder) => sourceFiles(join(WEB, folder))).flatMap(usesIn)

test('every key that the pages ask for is in the catalogue', () => {
  const missing = uses.filter(({ key }) => !known.some((candidate) => pattern(key).test(candidate)))
  expect(missing.map(({ key, file }) => `${file.slice(WEB.length)}: ${key}`)).toEqual([])
})

test('every sentence of the catalogue is asked for somewhere', () => {
  const patterns = [...new Set(uses.map(({ key }) => key))].map(pattern)
  expect(known.filter((key) => !patterns.some((each) => each.test(key)))).toEqual([])
})
