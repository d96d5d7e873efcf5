import { z } from 'zod'

/** How many lines one page of a list holds unless fewer or more are asked for, and at most. */
export const LINES_ON_A_PAGE = 50
export const MOST_LINES_ON_A_PAGE = 200

const Limit = z.coerce.number().int().min(1).max(MOST_LINES_ON_A_PAGE).optional().meta({ description: `How many lines a page holds: ${LINES_ON_A_PAGE} unless told otherwise, at most ${MOST_LINES_ON_A_PAGE}` })
const Cursor = z.string().max(400).regex(/^[A-Za-z0-9_-]+$/, 'the cursor that the page before gave').optional().meta({ description: 'Where the page before ended: its `next`' })
const Search = z.string().trim().max(120).optional().meta({ description: 'Only what has this in its number, jurisdiction or kind of venue; words that are sealed are not searched' })

/** By what a list of sites is ordered: what changed last first, by number, or what stops holding first. */
export const SITE_ORDERS = ['changed', 'number', 'runs-out'] as const
export type SiteOrder = (typeof SITE_ORDERS)[number]

/** What the address of `GET /api/sites` may ask. */
export const SitesQueryShape = z.strictObject({ search: Search, cursor: Cursor, limit: Limit, sort: z.enum(SITE_ORDERS).optional() })

/** What the address of any other list may ask. */
export const PageQueryShape = z.strictObject({ cursor: Cursor, limit: Limit })
