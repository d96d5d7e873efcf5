import { useEffect, useRef } from 'react'
import { Outlet } from '@tanstack/react-router'
import { useSay } from '../../../ui/say.tsx'
import type { Look } from '../../words/use-look.ts'
import { Held } from '../page/page.tsx'
import { useDrafts } from '../form/use-draft.ts'
import { NotVouched } from '../people/not-vouched.tsx'
import { ChangePassword } from '../session/change-password.tsx'
import { SignIn } from '../session/sign-in.tsx'
import { useSession } from '../session/use-session.ts'
import { Dressed } from '../dress/dressed.tsx'
import { Porch } from './porch.tsx'
import { Shell } from './shell.tsx'
import { useOfficeLook } from '../dress/use-office-look.ts'

/** Whatever the address: in its language and light, and behind the sign-in. */
export function Gate() {
  const look = useOfficeLook()
  return (
    <Dressed look={look}>
      <Inside look={look} />
    </Dressed>
  )
}

function Inside({ look }: { readonly look: Look }) {
  const say = useSay()
  const session = useSession()
  const person = session.answer?.person ?? null
  useOwnDraftsOnly(person?.id ?? null)
  if (person?.mustChangePassword === 'no' && person.vouched === 'yes') return <Shell look={look} person={person}><Outlet /></Shell>
  return (
    <Porch look={look}>
      <Held asked={session} what={say('office.asking-session')}>
        {() => {
          if (!person) return <SignIn />
          return person.mustChangePassword === 'yes' ? <ChangePassword because="one-time" /> : <NotVouched person={person} onAgain={session.again} />
        }}
      </Held>
    </Porch>
  )
}

/** What was typed waits for whoever typed it to sign in again, and for nobody else. */
function useOwnDraftsOnly(person: string | null): void {
  const drafts = useDrafts()
  const last = useRef(person)
  useEffect(() => {
    if (person === null) return
    if (last.current !== null && last.current !== person) drafts.forgetAll()
    last.current = person
  }, [drafts, person])
}
