import type { Look, Role } from '../core/kernel/access.ts'
import type { OfficeAction } from '../core/kernel/action.ts'
import type { ColleagueSent } from '../wire/office/session.ts'
import { workplaceOf } from './organisation-cast.ts'

/** What the policies let each role do where its people mostly work. A page of a test has no policies, so it stands here; a test beside it holds it to them. */
export const WHAT_ROLES_MAY: Readonly<Record<Role, { readonly may: readonly OfficeAction[]; readonly looks: readonly Look[] }>> = {
  administrator: { may: ['read-looks', 'keep-people'], looks: [] },
  'source-handler': { may: ['register-source', 'see-cases', 'find', 'break-glass'], looks: ['assessment', 'source-welfare'] },
  'source-controller': { may: ['register-source', 'see-cases', 'find', 'break-glass', 'see-keeping'], looks: ['assessment', 'source-welfare'] },
  analyst: { may: ['open-site', 'register-source', 'see-cases', 'sign-policy', 'find', 'break-glass', 'see-shares'], looks: ['assessment', 'planning', 'identification', 'cross-referencing', 'court-disclosure', 'source-welfare'] },
  planner: { may: ['open-site', 'open-plan', 'register-source', 'see-cases', 'sign-policy', 'break-glass', 'see-shares', 'see-keeping'], looks: ['assessment', 'planning', 'operation', 'source-welfare'] },
  'authorising-officer': { may: ['see-cases', 'sign-policy', 'find', 'break-glass', 'review-glass', 'see-shares', 'take-requests', 'see-keeping', 'read-looks'], looks: ['assessment', 'planning', 'operation', 'court-disclosure', 'source-welfare', 'oversight', 'rights-request'] },
  'site-commander': { may: ['see-cases', 'break-glass'], looks: ['planning', 'operation'] },
  'site-member': { may: ['see-cases', 'break-glass'], looks: ['operation'] },
  interviewer: { may: ['see-cases', 'find', 'break-glass', 'see-shares'], looks: ['planning', 'operation', 'care', 'identification', 'cross-referencing'] },
  'competent-authority': { may: ['see-cases', 'find', 'break-glass', 'see-shares'], looks: ['assessment', 'planning', 'care', 'identification'] },
  'case-worker': { may: ['see-shares', 'keep-notes'], looks: ['planning', 'operation', 'care', 'identification'] },
  'shelter-worker': { may: ['see-shares', 'keep-notes'], looks: ['planning', 'care'] },
  'exhibits-officer': { may: ['see-cases', 'break-glass'], looks: ['operation', 'court-disclosure'] },
  prosecutor: { may: ['see-cases', 'see-shares', 'see-keeping'], looks: ['planning', 'court-disclosure'] },
  'release-officer': { may: ['see-cases', 'break-glass', 'see-shares', 'take-requests', 'see-keeping'], looks: ['assessment', 'court-disclosure', 'rights-request'] },
  oversight: { may: ['see-cases', 'review-glass', 'see-shares', 'take-requests', 'see-keeping', 'read-looks'], looks: ['oversight', 'rights-request'] },
}

/** Somebody as the session answers them to their own page; what a test is about is named over it. */
export const sessionPerson = (role: Role, over: Partial<ColleagueSent> = {}): ColleagueSent => ({
  id: 'person-1', name: 'A. Rivers', role, organisation: { ...workplaceOf(role), name: 'Invented unit' }, vouched: 'yes', may: [...WHAT_ROLES_MAY[role].may], looks: [...WHAT_ROLES_MAY[role].looks], mustChangePassword: 'no', ...over,
})
