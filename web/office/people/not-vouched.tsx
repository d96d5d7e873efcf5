import { useState } from 'react'
import { Button } from '@mantine/core'
import { useSay } from '../../../ui/say.tsx'
import { Page } from '../page/page.tsx'
import { ChangePassword } from '../session/change-password.tsx'
import { useSigningOut, type Colleague } from '../session/use-session.ts'

interface NotVouchedProps {
  readonly person: Colleague
  readonly onAgain: () => void
}

/** What somebody sees for whom nobody has vouched yet: whom to ask, why, and nothing of any case. */
export function NotVouched({ person: { name, role, organisation }, onAgain }: NotVouchedProps) {
  const say = useSay()
  const signOut = useSigningOut()
  const [changing, setChanging] = useState<'yes' | 'no'>('no')
  if (changing === 'yes') {
    return (
      <>
        <ChangePassword because="wanted" />
        <p className="narrow-sheet"><button type="button" className="plain" onClick={() => setChanging('no')}>{say('not-vouched.back')}</button></p>
      </>
    )
  }
  return (
    <div className="narrow-sheet not-vouched">
      <Page title={say('not-vouched.title')}>
        <p>{say('not-vouched.who', { name, role: say(`role.${role}`), organisation: organisation.name })}</p>
        <p>{say('not-vouched.whom', { organisation: organisation.name })}</p>
        <p>{say('not-vouched.why')}</p>
        <p>{say('not-vouched.own')} <button type="button" className="plain" onClick={() => setChanging('yes')}>{say('password.act')}</button></p>
        <p className="hint">{say('not-vouched.until')}</p>
        <div className="form-acts">
          <Button onClick={onAgain}>{say('not-vouched.again')}</Button>
          <Button variant="default" onClick={signOut}>{say('office.sign-out')}</Button>
        </div>
      </Page>
    </div>
  )
}
