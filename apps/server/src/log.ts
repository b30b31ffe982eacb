import { destination, type Logger, pino } from 'pino'
import type { LogLevel } from './env.ts'

/** What the server writes down about itself. No names, no whole addresses. */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error' | 'fatal'>

/** Writes JSON lines to the error stream: the output stream is for people. */
export const openLog = (level: LogLevel): Log =>
  pino({ level, base: null }, destination({ fd: 2, sync: true }))
