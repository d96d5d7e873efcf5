import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{core,wire,crypto,ledger,server,web,field,ui,cli,bench,tests}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', 'dist/**', '**/*.e2e.test.ts'],
    testTimeout: 20_000,
  },
})
