import { Link } from '@tanstack/react-router'
import { useSay } from '../../../ui/say.tsx'

/** Whose words: what it is, and its number or id, leading to how long it is kept. */
export function HolderLink({ holder, number = null }: { readonly holder: string; readonly number?: string | null }) {
  const say = useSay()
  const [kind = '', ...rest] = holder.split('/')
  const id = rest.join('/')
  return <Link to="/keeping/$kind/$id" params={{ kind, id }}>{say(`holder.${kind}`)} <bdi dir="ltr">{number ?? id}</bdi></Link>
}
