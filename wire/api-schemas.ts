import { AssessmentShape, CertaintyAnswerShape, HealthShape, ProblemShape } from './api.ts'
import { CertaintyCaseShape } from './certainty-case.ts'
import { lawCatalogue } from './law.ts'
import { ElementsShape, lawQuestionShape, LawShape } from './law-question.ts'
import { caseSchemas } from './office/case-schemas.ts'
import { notesSchemas } from './office/notes-schemas.ts'
import { sessionSchemas } from './office/session-schemas.ts'
import { operationShape } from './operation.ts'
import { answered, asked, type JsonSchema } from './schema-parts.ts'

const publicSchemas = (offenceIds: ReadonlySet<string>) => ({
  Operation: asked(operationShape(offenceIds)),
  CertaintyCase: asked(CertaintyCaseShape),
  LawQuestion: asked(lawQuestionShape(offenceIds)),
  Assessment: answered(AssessmentShape),
  Certainty: answered(CertaintyAnswerShape),
  Law: answered(LawShape),
  Elements: answered(ElementsShape),
  Health: answered(HealthShape),
  Problem: answered(ProblemShape),
})

export type ApiSchema = keyof (ReturnType<typeof publicSchemas> & ReturnType<typeof sessionSchemas> & ReturnType<typeof caseSchemas> & ReturnType<typeof notesSchemas>)

/** Every shape that the API takes or gives, under the name the OpenAPI document has for it, made from what reads it; one list for each slice. */
export const apiSchemas = (): Readonly<Record<ApiSchema, JsonSchema>> => ({
  ...publicSchemas(new Set(lawCatalogue().offences.map(({ id }) => id))),
  ...sessionSchemas(),
  ...caseSchemas(),
  ...notesSchemas(),
})
