import type { ApiOperation } from './operation.ts'
import { BOARDS } from './operations/boards.ts'
import { DEVICES } from './operations/devices.ts'
import { FINDING } from './operations/finding.ts'
import { NOTES } from './operations/notes.ts'
import { PEOPLE } from './operations/people.ts'
import { NEED } from './operations/need.ts'
import { PLANS } from './operations/plans.ts'
import { PUBLIC } from './operations/public.ts'
import { OWN_WAYS } from './operations/own-ways.ts'
import { REQUESTS } from './operations/requests.ts'
import { RETENTION } from './operations/retention.ts'
import { SESSION } from './operations/session.ts'
import { SHARES } from './operations/shares.ts'
import { SITES } from './operations/sites.ts'
import { SOURCES } from './operations/sources.ts'

/** The API, in the order in which its page tells it: one list for each slice. */
export const API: readonly ApiOperation[] = [...PUBLIC, ...SESSION, ...PEOPLE, ...OWN_WAYS, ...DEVICES, ...SITES, ...PLANS, ...SHARES, ...NEED, ...SOURCES, ...BOARDS, ...RETENTION, ...NOTES, ...FINDING, ...REQUESTS]
