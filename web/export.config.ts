import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { oneFile } from './build/one-file.ts'
import pages from './vite.config.ts'

/** The blindness test as one file that works wherever it lies, from a disk as from a server. */
export default defineConfig({
  ...pages,
  plugins: [pages.plugins, oneFile()],
  build: {
    ...pages.build,
    modulePreload: false,
    outDir: fileURLToPath(new URL('../dist', import.meta.url)),
    emptyOutDir: false,
    assetsInlineLimit: 1_000_000,
    cssCodeSplit: false,
    rolldownOptions: { input: fileURLToPath(new URL('blindness-test/index.html', import.meta.url)), output: { codeSplitting: false } },
  },
})
