import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { freshPage } from './page-weight.ts'
import type { Figure } from './table.ts'

/** What a visitor's browser loads before the first verdict, compressed; beside it, React alone. */
export function pageFigure(): Figure {
  return {
    figure: 'blindness test before the first verdict, gzip (React alone)',
    value: freshPage() / 1024,
    unit: 'KB',
    bar: { atMost: 250 },
    baseline: gzipSync(readFileSync('node_modules/react-dom/cjs/react-dom-client.production.js'), { level: 9 }).byteLength / 1024,
  }
}
