import { codeOnly } from './code-only.ts'

/**
 * A source file, and the same text with the inside of comments and strings blanked out, position for
 * position.
 */
export interface Source {
  /** From the root of the checkout, with forward slashes. */
  readonly path: string
  readonly text: string
  readonly code: string
}

export const source = (path: string, text: string): Source => ({ path, text, code: codeOnly(text) })

/** Counting from one, as editors do. */
export const lineAt = (text: string, position: number): number => text.slice(0, position).split('\n').length

export const isTest = (path: string): boolean =>
  /\.(test|browser)\.tsx?$|\/test\/|\/vitest\.config\.ts$/.test(path)

/** A file whose rules of length are those of an app rather than of a package. */
export const isApp = (path: string): boolean => path.startsWith('apps/')

/** `engine` for packages/engine/src/index.ts, `web` for apps/web/…; undefined outside of both. */
export const workspaceOf = (path: string): string | undefined =>
  /^(?:apps|packages)\/([^/]+)\//.exec(path)?.[1]
