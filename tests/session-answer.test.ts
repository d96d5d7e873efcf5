import { expect, test } from 'vitest'
import { ROLES } from '../core/kernel/access.ts'
import { OFFICE_ACTIONS } from '../core/kernel/action.ts'
import type { ActorId } from '../core/kernel/id.ts'
import { openRights } from '../server/rights/cedar.ts'
import { looksOf } from '../server/rights/looks-of.ts'
import { workplaceOf } from './organisation-cast.ts'
import { WHAT_ROLES_MAY } from './session-answer.ts'

const rights = openRights()

test.each(ROLES)('the pages are tried with what the policies let %s do', (role) => {
  const who = { id: 'person' as ActorId, role, organisation: workplaceOf(role), vouched: 'yes' as const }
  expect(WHAT_ROLES_MAY[role]).toEqual({ may: OFFICE_ACTIONS.filter((action) => rights.onOffice(who, action).allowed === 'yes'), looks: looksOf(rights, who) })
})
