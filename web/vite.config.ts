import { fileURLToPath } from 'node:url'
import { lingui } from '@lingui/vite-plugin'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { exampleOperations } from './build/example-operations.ts'
import { withoutJsonSchema } from './build/without-json-schema.ts'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** The public pages: no script and no style in the markup, so that the strictest policy of contents holds. */
export default defineConfig({
  root: here('.'),
  base: './',
  plugins: [react(), lingui({ configPath: here('lingui.config.ts'), failOnCompileError: true }), exampleOperations(), withoutJsonSchema()],
  build: {
    outDir: here('../dist/web'),
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: { input: [here('index.html'), here('blindness-test/index.html')] },
  },
})
