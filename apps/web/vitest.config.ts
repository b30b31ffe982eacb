import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: { include: ['{app,features,format,live,messages,trpc,ui}/**/*.test.ts'] },
})
