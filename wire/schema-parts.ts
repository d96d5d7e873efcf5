import { z } from 'zod'

/** A JSON Schema, draft 2020-12, which is what OpenAPI 3.1 is written in. */
export type JsonSchema = Readonly<Record<string, unknown>>

/** What may be sent by this shape. */
export const asked = (shape: z.ZodType): JsonSchema => bare(z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }))

/** What is answered by this shape. */
export const answered = (shape: z.ZodType): JsonSchema => bare(z.toJSONSchema(shape, { io: 'output', unrepresentable: 'any' }))

/** A part of a document does not say again which draft the whole is written in. */
const bare = ({ $schema: _draft, ...schema }: z.core.JSONSchema.BaseSchema): JsonSchema => schema
