import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from '@lingui/conf'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** Every file of words is one a page may say its words from. */
const FILES = readdirSync(new URL('../words/en', import.meta.url)).flatMap((name) => (name.endsWith('.po') ? [name.slice(0, -'.po'.length)] : []))

/** English is the source of every language; the others are made of it (words/pseudo.ts), so that the page is ready for real ones. */
export default defineConfig({
  rootDir: ROOT,
  sourceLocale: 'en',
  locales: ['en'],
  catalogs: FILES.map((name) => ({ path: `<rootDir>/words/{locale}/${name}`, include: [] })),
})
