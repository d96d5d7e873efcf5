import { readFile } from 'node:fs/promises'
import type { Plugin } from 'vite'
import { printBadInput } from '../../wire/reading/bad-input.ts'
import { readText } from '../../wire/reading/read.ts'
import { readShape } from '../../wire/reading/shape-problems.ts'
import { lawCatalogue } from '../../wire/law.ts'
import { operationShape } from '../../wire/operation.ts'

const ASKED = /\.(?:yaml|json)\?operation$/
const OURS = '\0example-operation:'

/**
 * Reads the example operations (`?operation`) when the pages are built, so that no reader of YAML goes with them.
 *
 * An example that the strict reader refuses stops the build.
 */
export const exampleOperations = (): Plugin => ({
  name: 'daylight-example-operations',
  enforce: 'pre',
  async resolveId(source, importer) {
    if (!ASKED.test(source)) return null
    const file = await this.resolve(source.replace(/\?.*$/, ''), importer, { skipSelf: true })
    return file && `${OURS}${file.id}.js`
  },
  async load(id) {
    if (!id.startsWith(OURS)) return null
    const path = id.slice(OURS.length, -'.js'.length)
    this.addWatchFile(path)
    return `export default ${JSON.stringify(await readExample(path))}`
  },
})

async function readExample(path: string): Promise<unknown> {
  const read = await readText(path, await readFile(path))
  if (!read.accepted) throw new Error(printBadInput(read.bad))
  const offences = new Set(lawCatalogue().offences.map(({ id }) => id))
  const shaped = readShape(operationShape(offences), path, read)
  if (!shaped.accepted) throw new Error(shaped.bad.map(printBadInput).join('\n'))
  return read.value
}
