import type { Role } from '../../../../core/kernel/access.ts'
import type { ShownPlan } from '../plan-asked.ts'

const PLAN_ACTS = ['authorise', 'confirm', 'refuse', 'stand-down', 'record-entry', 'declare-urgent'] as const
export type PlanActName = (typeof PLAN_ACTS)[number]

type Standing = ShownPlan['standing']

const OPEN: readonly Standing[] = ['draft', 'authorised', 'authorised-on-condition', 'lapsed', 'refused']

/** What the standing of a plan leaves to be done. Standing down is there until somebody has entered: it never waits. */
const WHERE: Readonly<Record<PlanActName, readonly Standing[]>> = {
  authorise: ['draft', 'authorised-on-condition', 'lapsed', 'refused'],
  confirm: ['authorised-on-condition'],
  refuse: ['draft', 'lapsed'],
  'stand-down': [...OPEN, 'urgent'],
  'record-entry': ['authorised', 'authorised-on-condition', 'lapsed', 'urgent'],
  'declare-urgent': [...OPEN, 'stood-down'],
}

/** Authorising is shown to everybody, off where it is not theirs, with what stands in the way: so that nobody wonders who can. */
const FOR_OFFICERS: ReadonlySet<PlanActName> = new Set<PlanActName>(['refuse'])

/** Whether the standing of a plan leaves authorising to be done; else nothing stands in its way. */
export const mayBeAuthorised = (standing: Standing): boolean => WHERE.authorise.includes(standing)

/** The acts that somebody of a role finds on a plan that stands as it does. */
export const actsFor = (standing: Standing, role: Role | null): readonly PlanActName[] =>
  role === null || role === 'administrator' ? [] : PLAN_ACTS.filter((act) => WHERE[act].includes(standing) && (!FOR_OFFICERS.has(act) || role === 'authorising-officer'))
