import type { ApiOperation } from './operation.ts'
import { BOARDS } from './operations/boards.ts'
import { PLANS } from './operations/plans.ts'
import { PUBLIC } from './operations/public.ts'
import { OWN_WAYS } from './operations/own-ways.ts'
import { SESSION } from './operations/session.ts'
import { SITES } from './operations/sites.ts'

/** The API, in the order in which its page tells it: one list for each slice. */
export const API: readonly ApiOperation[] = [...PUBLIC, ...SESSION, ...OWN_WAYS, ...SITES, ...PLANS, ...BOARDS]
