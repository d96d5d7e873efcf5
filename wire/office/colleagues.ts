import { z } from 'zod'
import { CASE_ROLES } from '../../core/kernel/access.ts'

/** What `GET /api/colleagues` answers: everybody who works on cases here, by name, for whoever gives something to somebody. */
export const ColleaguesShape = z.strictObject({ colleagues: z.array(z.strictObject({ id: z.string(), name: z.string(), role: z.enum(CASE_ROLES) })) })
