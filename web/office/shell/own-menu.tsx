import { useId } from 'react'
import { Link } from '@tanstack/react-router'
import { useSay } from '../../../ui/say.tsx'
import type { Look } from '../../words/use-look.ts'
import type { Colleague } from '../session/use-session.ts'
import { LookChoice } from '../../words/look-choice.tsx'

interface OwnMenuProps {
  readonly person: Colleague
  readonly look: Look
  readonly onShowKeys: () => void
  readonly onSignOut: () => void
}

/** Who is signed in and as what; behind it what is theirs: language, light, keys, how they sign in, sign out. */
export function OwnMenu({ person, look, onShowKeys, onSignOut }: OwnMenuProps) {
  const say = useSay()
  const id = useId()
  const hide = (): void => document.getElementById(id)?.hidePopover?.()
  const away = { popoverTarget: id, popoverTargetAction: 'hide' as const }
  return (
    <>
      <button type="button" className="own" popoverTarget={id}>
        <strong><bdi>{person.name}</bdi></strong> <span>{say(`role.${person.role}`)}</span>
      </button>
      <div id={id} popover="auto" className="own-menu">
        <LookChoice look={look} />
        <ul>
          <li><button type="button" className="plain for-keyboards" {...away} onClick={onShowKeys}>{say('keys.show')}</button></li>
          <li><Link to="/me" onClick={hide}>{say('place.me')}</Link></li>
          {person.may.includes('break-glass') && <li><Link to="/glass" onClick={hide}>{say('glass.open')}</Link></li>}
        </ul>
        <button type="button" onClick={onSignOut}>{say('office.sign-out')}</button>
      </div>
    </>
  )
}
