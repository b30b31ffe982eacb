'use client'

import { useEffect } from 'react'
import { onSystemTheme, showTheme, storedTheme } from '../../ui/theme.ts'

/** Follows the system when it turns dark or light, for readers who chose that. */
export function SystemTheme() {
  useEffect(() => onSystemTheme(() => showTheme(storedTheme())), [])
  return null
}
