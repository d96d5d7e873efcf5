import { z } from 'zod'
import { CertaintyCaseShape } from './certainty-case.ts'
import { lawCatalogue } from './law.ts'
import { operationShape } from './operation.ts'

/** JSON Schema, draft 2020-12, of what a file may say. Checks that need the whole file are not in it. */
const schemaOf = (shape: z.ZodType, id: string, title: string, description: string) => ({
  ...z.toJSONSchema(shape, { io: 'input', target: 'draft-2020-12', unrepresentable: 'any' }),
  $id: id,
  title,
  description,
})

export const operationSchema = () =>
  schemaOf(
    operationShape(new Set(lawCatalogue().offences.map(({ id }) => id))),
    'urn:daylight:operation:1',
    'An operation: a plan, a past operation, or a lead on which nobody acted',
    'Values are words from lists, "unknown" among them, never true and false. See docs/operation-format.md.',
  )

export const certaintySchema = () =>
  schemaOf(
    z.union([CertaintyCaseShape, z.array(CertaintyCaseShape)]),
    'urn:daylight:certainty-case:1',
    'How certain is it that victims are present: one case, or a list',
    'The question, the reports, and what was tried to show absence.',
  )
