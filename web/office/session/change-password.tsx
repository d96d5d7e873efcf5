import { useState } from 'react'
import { useSay } from '../../../ui/say.tsx'
import { LEAST_PASSWORD, SessionShape } from '../../../wire/office/session.ts'
import { useSending } from '../asking/use-sending.ts'
import { PasswordField } from '../form/fields.tsx'
import { Form } from '../form/form.tsx'
import { Page } from '../page/page.tsx'
import { SESSION_PATH } from './session-path.ts'
import { useSessionChange } from './use-session.ts'

const BLANK = { old: '', new: '', again: '' }

/** Changes one's own password. After a one-time password nothing else is answered until this is done. */
export function ChangePassword({ because }: { readonly because: 'one-time' | 'wanted' }) {
  const say = useSay()
  const change = useSessionChange()
  const { send, refusal, waiting } = useSending(SessionShape)
  const [typed, setTyped] = useState(BLANK)
  const [done, setDone] = useState<'yes' | 'no'>('no')
  const field = (name: keyof typeof BLANK) => ({ place: name, value: typed[name], onChange: (text: string) => setTyped((now) => ({ ...now, [name]: text })) })
  const differs = typed.again !== '' && typed.again !== typed.new
  const save = (): void => {
    if (typed.again !== typed.new) return setTyped((now) => ({ ...now, again: now.again || ' ' }))
    void send({ path: `${SESSION_PATH}/password`, body: { old: typed.old, new: typed.new } }).then((answered) => {
      if (!answered.accepted) return
      setTyped(BLANK)
      setDone('yes')
      change(answered)
    })
  }
  return (
    <div className="narrow-sheet">
      <Page title={say('password.title')}>
        <p className="hint">{say(because === 'one-time' ? 'password.one-time' : 'password.wanted')}</p>
        <Form onSend={save} refusal={refusal} waiting={waiting} act={say('password.act')} what={say('password.doing')}>
          <PasswordField {...field('old')} label={say(because === 'one-time' ? 'password.handed-over' : 'password.old')} autoComplete="current-password" />
          <PasswordField {...field('new')} label={say('password.new')} hint={say('password.least', { count: LEAST_PASSWORD })} autoComplete="new-password" />
          <PasswordField {...field('again')} label={say('password.again')} problem={differs ? say('password.differs') : undefined} autoComplete="new-password" />
        </Form>
        <p role="status">{done === 'yes' && say('password.done')}</p>
      </Page>
    </div>
  )
}

/** The page of one's own account. */
export const OwnAccount = () => <ChangePassword because="wanted" />
