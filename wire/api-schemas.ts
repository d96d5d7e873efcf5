import { z } from 'zod'
import { AssessmentShape, CertaintyAnswerShape, HealthShape, ProblemShape } from './api.ts'
import { CertaintyCaseShape } from './certainty-case.ts'
import { lawCatalogue } from './law.ts'
import { ElementsShape, lawQuestionShape, LawShape } from './law-question.ts'
import { operationShape } from './operation.ts'

/** A JSON Schema, draft 2020-12, which is what OpenAPI 3.1 is written in. */
export type JsonSchema = Readonly<Record<string, unknown>>

const asked = (shape: z.ZodType): JsonSchema => bare(z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }))
const answered = (shape: z.ZodType): JsonSchema => bare(z.toJSONSchema(shape, { io: 'output', unrepresentable: 'any' }))

/** A part of a document does not say again which draft the whole is written in. */
const bare = ({ $schema: _draft, ...schema }: z.core.JSONSchema.BaseSchema): JsonSchema => schema

export type ApiSchema = 'Operation' | 'CertaintyCase' | 'LawQuestion' | 'Assessment' | 'Certainty' | 'Law' | 'Elements' | 'Health' | 'Problem'

/** Every shape that the API takes or gives, under the name the OpenAPI document has for it, made from what reads it. */
export function apiSchemas(): Readonly<Record<ApiSchema, JsonSchema>> {
  const offenceIds = new Set(lawCatalogue().offences.map(({ id }) => id))
  return {
    Operation: asked(operationShape(offenceIds)),
    CertaintyCase: asked(CertaintyCaseShape),
    LawQuestion: asked(lawQuestionShape(offenceIds)),
    Assessment: answered(AssessmentShape),
    Certainty: answered(CertaintyAnswerShape),
    Law: answered(LawShape),
    Elements: answered(ElementsShape),
    Health: answered(HealthShape),
    Problem: answered(ProblemShape),
  }
}
