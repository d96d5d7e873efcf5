import { Mark } from '../../../ui/mark.tsx'
import { useSay } from '../../../ui/say.tsx'
import { useUnitPolicy } from './unit-policy.ts'

/** Says that the numbers below rest on the values that come with Daylight, where the policy of the unit cannot be read. */
export function PolicyUnread() {
  const say = useSay()
  const { standing } = useUnitPolicy()
  return standing === 'cannot-be-read' ? <p className="policy-unread" role="status"><Mark of="unknown" /> <strong>{say('office.policy-unread')}</strong></p> : null
}
