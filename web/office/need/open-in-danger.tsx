import { Link } from '@tanstack/react-router'
import { useSay } from '../../../ui/say.tsx'
import { useMay } from '../session/use-may.ts'

/** The way to a file that is not open to somebody, where a person is in danger now. */
export function OpenInDanger() {
  const say = useSay()
  if (!useMay('break-glass')) return null
  return <p>{say('glass.if-danger')} <Link to="/glass">{say('glass.open')}</Link></p>
}
