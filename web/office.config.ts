import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import pages from './vite.config.ts'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/**
 * The office, built after the public pages and beside them.
 *
 * Apart, so that what the two share is cut for neither: a visitor of the blindness test loads nothing that the office needs.
 * It has addresses below its own, so that its page names its parts from the root.
 */
export default defineConfig({
  ...pages,
  base: '/',
  build: { ...pages.build, outDir: here('../dist/web'), emptyOutDir: false, rolldownOptions: { input: here('office/index.html') } },
})
