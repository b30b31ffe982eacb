import { randomUUID } from 'node:crypto'
import { constants, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { clusterIn } from './start.ts'

export type TemplateOptions = {
  /** Where templates are kept. */
  readonly cacheDir: string
  /** Names what the template holds: another history of migrations has another key. */
  readonly key: string
  /** Fills an empty data directory with a migrated database, and stops it. */
  readonly build: (dataDir: string) => Promise<void>
}

/** Templates built longer ago are removed when a new one is built: the history of migrations went on. */
const OLD_AFTER_MS = 24 * 60 * 60 * 1_000

/**
 * Puts a migrated database into a data directory that has none. Creating one costs seconds of processor time
 * and a gigabyte of memory, copying it a fraction of a second: so it is created once.
 */
export async function copyTemplate(dataDir: string, options: TemplateOptions): Promise<void> {
  const template = await ensureTemplate(options)
  const arriving = `${clusterIn(dataDir)}.arriving`
  rmSync(arriving, { recursive: true, force: true })
  await cp(clusterIn(template), arriving, { recursive: true, mode: constants.COPYFILE_FICLONE })
  // Renamed only when it is whole: a kill in the middle of the copy leaves no half database.
  renameSync(arriving, clusterIn(dataDir))
}

/** The directory of the template, built first if nobody did. */
async function ensureTemplate({ cacheDir, key, build }: TemplateOptions): Promise<string> {
  const template = join(cacheDir, `template-${key}`)
  if (existsSync(template)) return template

  mkdirSync(cacheDir, { recursive: true })
  removeOld(cacheDir)
  // Short, because a socket's path has to fit below it.
  const building = join(cacheDir, `new-${randomUUID().slice(0, 8)}`)
  try {
    await build(building)
    renameSync(building, template)
  } catch (error) {
    rmSync(building, { recursive: true, force: true })
    // Somebody else may have been quicker with the same template.
    if (!existsSync(template)) throw error
  }
  return template
}

function removeOld(cacheDir: string): void {
  for (const name of readdirSync(cacheDir)) {
    const path = join(cacheDir, name)
    const isOurs = name.startsWith('template-') || name.startsWith('new-')
    if (isOurs && Date.now() - statSync(path).mtimeMs > OLD_AFTER_MS)
      rmSync(path, { recursive: true, force: true })
  }
}
