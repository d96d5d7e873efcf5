import { z } from 'zod'
import { LOOKS, ROLES } from '../../core/kernel/access.ts'
import { MARK_FIELDS, type KnownPerson } from '../../core/intelligence/marks-of.ts'
import { Answered, Line } from './asking.ts'

/** A year, or a day of the calendar. */
const Born = z
  .string()
  .regex(/^\d{4}(?:-\d{2}-\d{2})?$/, 'a year, or a day as 1999-08-02')
  .refine((text) => text.length === 4 || (!Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && new Date(Date.parse(`${text}T00:00:00Z`)).toISOString().startsWith(text)), 'no day of the calendar')

/** What `POST /api/find` takes: why, and what is known of somebody. It is sent in a body, so that it stands in no address and no log. */
export const FindShape = z.strictObject({
  look: z.enum(LOOKS).meta({ description: 'Why somebody is looked for; it stands in the access log' }),
  name: Line.optional().meta({ description: 'A name in any order and any of several scripts; one word alone is not searched' }),
  telephone: Line.optional().meta({ description: 'A telephone number, with its country or without' }),
  born: Born.optional().meta({ description: 'A year, or a day as 1999-08-02; searched together with a name' }),
})
export type FindAsked = z.infer<typeof FindShape>

/** What is known of somebody, as it was typed. */
export const soughtIn = ({ name, telephone, born }: FindAsked): KnownPerson => ({ names: name === undefined ? [] : [name], telephones: telephone === undefined ? [] : [telephone], born })

/** Which fields were filled in: all that a log is told of a search. */
export const fieldsIn = (asked: FindAsked): readonly string[] => (['name', 'telephone', 'born'] as const).filter((field) => asked[field] !== undefined)

/** What `POST /api/find` answers. Whoever may not know of somebody gets the same answer as where nobody is known. */
export const FoundPeopleShape = z.strictObject({
  found: z.array(z.strictObject({
    file: z.string().meta({ description: 'The file they stand in, which whoever asks may open' }),
    name: z.string().meta({ description: 'What the file goes by: the code name of a source' }),
    agrees: z.array(z.enum(MARK_FIELDS)).meta({ description: 'By what they agree, the strongest first' }),
  })),
  ask: z.array(z.strictObject({ id: z.string(), name: z.string() })).meta({ description: 'Colleagues to ask, where somebody like this is known and policy has it said' }),
  left: z.int().min(0).meta({ description: 'How many searches are left in this hour' }),
})
export type FoundPeople = z.infer<typeof FoundPeopleShape>

/** What `GET /api/sources/{id}/sought` answers: who searched for somebody and met this source, the newest first. What they typed is kept nowhere. */
export const SoughtShape = z.strictObject({
  sought: z.array(z.strictObject({ at: Answered, who: z.strictObject({ id: z.string(), name: z.string() }), role: z.enum(ROLES), look: z.enum(LOOKS) })),
})
export type Sought = z.infer<typeof SoughtShape>
