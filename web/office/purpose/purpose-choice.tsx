import { useLayoutEffect } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { Look } from '../../../core/kernel/access.ts'
import { useSay } from '../../../ui/say.tsx'
import { SESSION_PATH } from '../session/session-path.ts'
import type { Colleague } from '../session/use-session.ts'
import { beginsWith } from './begins-with.ts'
import { lookFor, usePurpose } from './purpose.ts'

/**
 * What somebody looks for, in their own hand: each file is opened for a purpose, and the log says which.
 *
 * Another purpose is another reading: whatever was read for the one before leaves the page, and is asked for anew.
 */
export function PurposeChoice({ person }: { readonly person: Colleague }) {
  const say = useSay()
  const queries = useQueryClient()
  const purpose = usePurpose()
  const choose = (next: Look): void => {
    lookFor(next)
    void queries.resetQueries({ predicate: ({ queryKey: [path] }) => path !== SESSION_PATH })
  }
  useBeginning(person)
  if (person.looks.length === 0) return null
  return (
    <label className="purpose">
      <span>{say('purpose.label')}</span>
      <select value={purpose ?? ''} title={say('purpose.means')} onChange={({ target }) => choose(target.value as Look)}>
        {person.looks.map((look) => <option key={look} value={look}>{say(`look-for.${look}`)}</option>)}
      </select>
    </label>
  )
}

/** Somebody new begins with what is usual for them, before any page asks for anything. */
function useBeginning(person: Colleague): void {
  const first = beginsWith(person)
  useLayoutEffect(() => lookFor(first), [person.id, first])
}
