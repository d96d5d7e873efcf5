import { useEffect, useState } from 'react'
import { Button } from '@mantine/core'
import { useSay } from '../../../ui/say.tsx'
import { SessionShape } from '../../../wire/office/session.ts'
import { Refused } from '../asking/refused.tsx'
import { useSending } from '../asking/use-sending.ts'
import { PasswordField, TextField } from '../form/fields.tsx'
import { Form } from '../form/form.tsx'
import { goToPlace } from '../form/place.ts'
import { Page } from '../page/page.tsx'
import { CodeField } from './code-field.tsx'
import { canUsePasskeys } from './passkey.ts'
import { SESSION_PATH } from './session-path.ts'
import { usePasskey } from './use-passkey.ts'
import { useSessionChange } from './use-session.ts'

const BLANK = { name: '', password: '', code: '' }

/** What the server says while a code is still to come; the password that was right is kept meanwhile. */
const OF_THE_CODE = ['session/code-needed', 'session/code-wrong']

/**
 * Signs somebody in where they are: the address stays, so that they come back to what they were doing.
 *
 * What is typed here is kept nowhere, unlike everything else that is typed.
 */
export function SignIn() {
  const say = useSay()
  const change = useSessionChange()
  const { send, refusal, waiting } = useSending(SessionShape)
  const [typed, setTyped] = useState(BLANK)
  const [asks, setAsks] = useState<'password' | 'code'>('password')
  useEffect(() => goToPlace(asks === 'code' ? 'code' : 'name'), [asks])
  const field = (name: keyof typeof BLANK) => ({ value: typed[name], onChange: (text: string) => setTyped((now) => ({ ...now, [name]: text })) })
  const signIn = async (): Promise<void> => {
    const answered = await send({ path: SESSION_PATH, body: asks === 'code' ? typed : { name: typed.name, password: typed.password } })
    const isForCode = !answered.accepted && (OF_THE_CODE.includes(answered.refusal.code) || (asks === 'code' && answered.refusal.status === 429))
    setAsks(isForCode ? 'code' : 'password')
    setTyped((now) => ({ ...now, code: '', password: isForCode ? now.password : '' }))
    change(answered)
  }
  return (
    <div className="narrow-sheet">
      <Page title={say('sign-in.title')}>
        <p className="hint">{say('sign-in.for')}</p>
        <Form onSend={() => void signIn()} refusal={refusal?.code === 'session/code-needed' ? null : refusal} waiting={waiting} act={say('sign-in.act')} what={say('sign-in.doing')}>
          <TextField label={say('sign-in.name')} place="name" autoComplete="username" direction="ltr" {...field('name')} />
          <PasswordField label={say('sign-in.password')} place="password" autoComplete="current-password" {...field('password')} />
          {asks === 'code' && <CodeField {...field('code')} />}
        </Form>
        {canUsePasskeys() && <ByPasskey />}
        <p className="hint">{say('sign-in.lost')}</p>
      </Page>
    </div>
  )
}

/** The way in without a password. */
function ByPasskey() {
  const say = useSay()
  const change = useSessionChange()
  const passkey = usePasskey({ asked: `${SESSION_PATH}/passkey/asked`, answered: `${SESSION_PATH}/passkey`, body: (answer) => answer })
  const signIn = (): void => void passkey.use().then((answered) => answered && change(answered))
  return (
    <div className="other-way">
      {passkey.refusal && <Refused refusal={passkey.refusal} />}
      <Button type="button" variant="default" onClick={signIn} aria-disabled={passkey.waiting}>{say('sign-in.passkey')}</Button>
    </div>
  )
}
