import { fileURLToPath } from 'node:url'
import { defineConfig } from '@lingui/conf'

/** English is the source of every language; the others are made of it (words/pseudo.ts), so that the page is ready for real ones. */
export default defineConfig({
  rootDir: fileURLToPath(new URL('..', import.meta.url)),
  sourceLocale: 'en',
  locales: ['en'],
  catalogs: [
    { path: '<rootDir>/words/{locale}/readings', include: [] },
    { path: '<rootDir>/words/{locale}/pages', include: [] },
  ],
})
