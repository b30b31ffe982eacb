import { lineAt, type Source } from './source.ts'

export interface Import {
  /** What stands between the quotes. */
  readonly from: string
  readonly line: number
  /** `import type … ` and `export type … ` leave no trace in what runs. */
  readonly typeOnly: boolean
}

const pattern = /\b(?:(import|export)\b(\s+type\b)?(?:[^'"`;]*?\bfrom)?\s*|import\s*\(\s*)(['"])/g

/** Every import and re-export of a file, dynamic ones included. */
export const importsOf = (source: Source): readonly Import[] =>
  [...source.code.matchAll(pattern)].flatMap((match) => {
    const start = match.index + match[0].length
    const end = source.code.indexOf(match[3] ?? '', start)
    const from = source.text.slice(start, end)
    return [{ from, line: lineAt(source.code, start), typeOnly: match[2] !== undefined }]
  })

/** `@scope/name` or `name`, without the path inside the package. */
export const packageOf = (from: string): string =>
  from
    .split('/')
    .slice(0, from.startsWith('@') ? 2 : 1)
    .join('/')
