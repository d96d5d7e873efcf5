import { z } from 'zod'
import { LOOKS, ROLES } from '../../core/kernel/access.ts'
import { ORGANISATION_KINDS } from '../../core/kernel/organisation.ts'
import { HOLDING_BASES } from '../../core/rights/grounds.ts'
import { Answered } from './asking.ts'
import { FileStream } from './requests.ts'

const Organisation = z.strictObject({ id: z.string(), kind: z.enum(ORGANISATION_KINDS), name: z.string() })
const Law = z.strictObject({ provision: z.string().nullable(), sureness: z.enum(['seen', 'seen-second-hand', 'unverified', 'judgement']) })

/** Somebody who looked, by what they are. By name only where the policy of rights says so. */
const LookerShape = z.strictObject({ at: Answered, role: z.enum(ROLES), organisation: z.string(), look: z.enum(LOOKS).nullable(), name: z.string().nullable() })

const HoldingShape = z.strictObject({
  file: z.string(),
  report: z.string().nullable(),
  says: z.string().meta({ description: 'What the clerk noted of it' }),
  isFor: z.enum(['you', 'not-for-you']).meta({ description: 'Where it is not for you, nothing of it is told here, nor whether it is there' }),
  controller: Organisation.nullable().meta({ description: 'The organisation that answers for it; null where the file is not for you' }),
  basis: z.enum(HOLDING_BASES),
  law: Law,
  looks: z.array(LookerShape),
  moreLooks: z.enum(['yes', 'no']),
})

/** Where somebody stands in the files, as the desk has noted it, and who looked there. */
export const HoldingsShape = z.strictObject({
  holdings: z.array(HoldingShape),
  ofTheRequest: z.strictObject({ controller: Organisation, looks: z.array(LookerShape), moreLooks: z.enum(['yes', 'no']) }).meta({ description: 'Who looked into the request itself' }),
  lookersTold: z.enum(['role-and-organisation', 'name']),
})
export type HoldingsAnswer = z.infer<typeof HoldingsShape>

/** Whether the use of a file is restricted because a person contests it: who reads the file sees it, and not who asked. */
export const ContestedShape = z.strictObject({ contested: z.enum(['yes', 'no']), since: Answered.nullable() })
export type ContestedAnswer = z.infer<typeof ContestedShape>

/** A file of the house alone: of a paper nobody learns here that it is there. */
export const ContestedQueryShape = z.strictObject({ file: FileStream })

