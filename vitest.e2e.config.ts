import { defineConfig } from 'vitest/config'

/** Journeys through the running application in a real browser, one at a time: they share its port and its data. */
export default defineConfig({
  test: {
    include: ['tests/journeys/**/*.e2e.test.ts'],
    exclude: ['**/node_modules/**', 'dist/**'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
