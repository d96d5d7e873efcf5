import { Navigate, useRouter } from '@tanstack/react-router'
import { useSay } from '../../../ui/say.tsx'
import { useSession } from '../session/use-session.ts'
import { placesOf } from './places.ts'

/** The front of the office: for each who is signed in, where their work begins. */
export function FirstPlace() {
  const say = useSay()
  const { routesByPath } = useRouter()
  const person = useSession().answer?.person
  const first = person && placesOf(person, Object.keys(routesByPath), say)[0]
  return first ? <Navigate to={first.id} replace /> : null
}
