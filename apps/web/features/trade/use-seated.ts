'use client'

import { useRound } from '../../live/index.ts'

/** Whether whoever looks has a seat in the round, and so an account. */
export const useSeated = (): boolean => useRound(({ account }) => account !== undefined)
