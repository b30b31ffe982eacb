import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    globalSetup: './test/migrated-template.ts',
    // A database of its own per file: a crowded machine may take its time to open one.
    hookTimeout: 60_000,
    testTimeout: 30_000,
    maxWorkers: 2,
    // Projects with different numbers of workers have to take turns.
    sequence: { groupOrder: 1 },
  },
})
