import { z } from 'zod'
import { InstantText } from '../instants.ts'

const KnownAt = InstantText.optional().meta({ description: 'As known at this instant; now where it is left out' })

/** What the address of `GET /api/sites/:id` may ask. */
export const SiteQueryShape = z.strictObject({ knownAt: KnownAt })

/** What the address of `GET /api/sites/:id/certainty` may ask. */
export const CertaintyQueryShape = z.strictObject({
  at: InstantText.optional().meta({ description: 'The hour of entry; the next one planned for the site, or now, where it is left out' }),
  knownAt: KnownAt,
  entry: z.enum(['planned', 'lower-intrusion']).optional().meta({ description: 'How far the entry intrudes, which sets the threshold' }),
})

/** What the address of `POST /api/sites/:id/reports` may ask. */
export const ImportQueryShape = z.strictObject({
  preview: z.enum(['yes', 'no']).optional().meta({ description: 'yes reads the table and keeps nothing' }),
  keep: z.enum(['all', 'good']).optional().meta({ description: 'good keeps the rows that can be read where others cannot; otherwise one broken row keeps all out' }),
})
