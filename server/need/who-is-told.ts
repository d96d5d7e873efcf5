import type { ActorId } from '../../core/kernel/id.ts'
import type { CaseRole } from '../../core/kernel/access.ts'
import type { CaseWorker } from '../case/caller.ts'
import type { CaseDesk } from '../case/case-desk.ts'
import { everybody } from '../people/people.ts'
import { vouchedFor } from '../people/vouching.ts'

/** How many are told that a glass was broken. */
const TOLD = 2

/** Who is told, first those who answer for the unit's acts of authority, then those who oversee it: whoever is told may review it. */
const IN_TURN: readonly CaseRole[] = ['authorising-officer', 'oversight']

/** Two colleagues who are told at once, and review it; fewer where there are not two. The one who broke the glass is never among them. */
export async function whoIsTold({ cases }: CaseDesk, who: CaseWorker): Promise<readonly ActorId[]> {
  const here = (await everybody(cases.desk)).filter((person) => person.left_at === null && vouchedFor(person) === 'yes' && person.id !== who.id && (person.organisation === who.organisation.id || person.role === 'oversight'))
  const turn = (role: string): number => (IN_TURN as readonly string[]).indexOf(role)
  return here.filter(({ role }) => turn(role) >= 0).toSorted((a, b) => turn(a.role) - turn(b.role) || a.made_at - b.made_at).slice(0, TOLD).map(({ id }) => id as ActorId)
}
