import { readFileSync } from 'node:fs'
import { Defect } from '../../core/kernel/defect.ts'
import { readText } from '../../wire/reading/read.ts'
import { readShape } from '../../wire/reading/shape-problems.ts'
import { WorkedExampleShape, type WorkedExample } from '../../wire/worked-example.ts'

const FOLDER = new URL('../../examples/', import.meta.url)
const WORKED = 'worked/garment-workshop-and-flat.yaml'

/** The worked example that comes with Daylight. */
export async function readWorked(): Promise<WorkedExample> {
  const text = await textOf(WORKED)
  const shaped = readShape(WorkedExampleShape, WORKED, text)
  if (!shaped.accepted) throw new Defect(`the worked example cannot be read: ${JSON.stringify(shaped.bad[0])}`)
  return shaped.value
}

/** An operation file of the examples, as it is written. */
export async function readExample(name: string): Promise<Readonly<Record<string, unknown>>> {
  return (await textOf(`operations/${name}.yaml`)).value as Readonly<Record<string, unknown>>
}

async function textOf(path: string) {
  const text = await readText(path, readFileSync(new URL(path, FOLDER)))
  if (!text.accepted) throw new Defect(`an example that comes with Daylight cannot be read: ${path}`)
  return text
}
