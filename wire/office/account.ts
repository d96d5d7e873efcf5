import { z } from 'zod'
import type { Sent } from '../api.ts'

/** What `GET /api/session/account` answers: whether this office knows another's service by which people show who they are. */
export const AccountOfferedShape = z.strictObject({
  offered: z.enum(['yes', 'no']),
  at: z.string().nullable().meta({ description: 'The host of that service' }),
})

export type AccountOffered = Sent<typeof AccountOfferedShape>

/** Where the browser goes to show there who somebody is. */
export const AccountAskedShape = z.strictObject({ address: z.string() })

/** What `POST /api/session/account` takes, once the browser has come back. */
export const AccountSignInShape = z.strictObject({
  code: z.string().max(60).optional().meta({ description: 'A code of the telephone or a recovery code, asked for where somebody has a second factor' }),
})
