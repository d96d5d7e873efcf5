import { useEffect, useRef, useSyncExternalStore } from 'react'
import { useSay } from '../../../ui/say.tsx'
import { goToPlace, nameOfPlace } from '../form/place.ts'
import { useKnows } from '../dress/wording.ts'
import { isAboutReach, NotInReach } from '../need/not-in-reach.tsx'
import type { LocatedProblem, Refusal } from './refusal.ts'

/**
 * What stands in the way, what would move it, and every place where something is wrong.
 *
 * The code is said in the words of the page where it has them, else in those of the server.
 * It takes the keyboard when it appears, so that nobody has to look for why nothing happened.
 */
export function Refused({ refusal, onAgain }: { readonly refusal: Refusal; readonly onAgain?: () => void }) {
  const say = useSay()
  const held = useRef<HTMLDivElement>(null)
  useEffect(() => held.current?.focus({ preventScroll: false }), [refusal])
  const knows = useKnows()
  const said = (id: string, otherwise: string): string => (knows(id) ? say(id) : otherwise)
  return (
    <div ref={held} className="refused" role="alert" tabIndex={-1}>
      <p className="refused-title"><bdi>{said(`refusal.${refusal.code}`, refusal.title)}</bdi></p>
      {refusal.problems.length > 0 && <Problems problems={refusal.problems} />}
      {refusal.problems.length === 0 && (isAboutReach(refusal) ? <NotInReach refusal={refusal} /> : <Way detail={said(`then.${refusal.code}`, refusal.detail)} expected={refusal.expected} />)}
      {onAgain && <button type="button" onClick={onAgain}>{say('office.again')}</button>}
    </div>
  )
}

function Way({ detail, expected }: { readonly detail: string; readonly expected: string | null }) {
  const say = useSay()
  return (
    <>
      {detail !== '' && <p><bdi>{detail}</bdi></p>}
      {expected !== null && <p>{say('office.expected')} <bdi>{expected}</bdi></p>}
    </>
  )
}

function Problems({ problems }: { readonly problems: readonly LocatedProblem[] }) {
  const say = useSay()
  return (
    <ul>
      {problems.map(({ path, problem, expected, code }, at) => (
        <li key={`${code} ${path} ${at}`}>
          {path !== '' && <WhereWrong path={path} />}
          <bdi>{problem}</bdi>
          {expected !== null && <span className="hint">{say('office.expected')} <bdi>{expected}</bdi></span>}
        </li>
      ))}
    </ul>
  )
}

/** The labels on the page are read where they stand; nothing tells when one changes. */
const withoutNotice = () => () => undefined

/** The place of a problem, by the label it has on the page; leads there. */
function WhereWrong({ path }: { readonly path: string }) {
  const name = useSyncExternalStore(withoutNotice, () => nameOfPlace(path))
  return <button type="button" className="plain where" onClick={() => goToPlace(path)}><bdi>{name}</bdi></button>
}
