import { useEffect, useState } from 'react'
import { Button } from '@mantine/core'
import { useSay } from '../../../ui/say.tsx'
import { SessionShape, type SessionSent } from '../../../wire/office/session.ts'
import type { Answered } from '../asking/ask.ts'
import { Refused } from '../asking/refused.tsx'
import { useSending } from '../asking/use-sending.ts'
import { PasswordField, TextField } from '../form/fields.tsx'
import { Form } from '../form/form.tsx'
import { goToPlace } from '../form/place.ts'
import { Page } from '../page/page.tsx'
import { ByAccount } from './by-account.tsx'
import { CodeField } from './code-field.tsx'
import { DeviceCode } from './device-code.tsx'
import { OF_THE_CODE } from './of-the-code.ts'
import { canUsePasskeys } from './passkey.ts'
import { SESSION_PATH } from './session-path.ts'
import { usePasskey } from './use-passkey.ts'
import { useSessionChange } from './use-session.ts'

const BLANK = { name: '', password: '', code: '' }

/**
 * Signs somebody in where they are: the address stays, so that they come back to what they were doing.
 *
 * What is typed here is kept nowhere, unlike everything else that is typed.
 */
export function SignIn() {
  const say = useSay()
  const change = useSessionChange()
  const [lacks, setLacks] = useState<'nothing' | 'device'>('nothing')
  const take = (answered: Answered<SessionSent>): void => {
    if (!answered.accepted && answered.refusal.code === 'session/device-unknown') setLacks('device')
    change(answered)
  }
  return (
    <div className="narrow-sheet">
      {lacks === 'device' ? (
        <Page title={say('sign-in.device-title')}>
          <p>{say('sign-in.device-unknown')}</p>
          <DeviceCode path={`${SESSION_PATH}/device`} shape={SessionShape} onAnswered={take} />
          <div className="other-way"><Button type="button" variant="default" onClick={() => setLacks('nothing')}>{say('sign-in.device-back')}</Button></div>
        </Page>
      ) : (
        <Page title={say('sign-in.title')}>
          <p className="hint">{say('sign-in.for')}</p>
          <ByPassword onAnswered={take} />
          {canUsePasskeys() && <ByPasskey onAnswered={take} />}
          <ByAccount onAnswered={take} />
          <p className="hint">{say('sign-in.lost')}</p>
        </Page>
      )}
    </div>
  )
}

interface WayIn {
  readonly onAnswered: (answered: Answered<SessionSent>) => void
}

function ByPassword({ onAnswered }: WayIn) {
  const say = useSay()
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
    onAnswered(answered)
  }
  return (
    <Form onSend={() => void signIn()} refusal={refusal?.code === 'session/code-needed' ? null : refusal} waiting={waiting} act={say('sign-in.act')} what={say('sign-in.doing')}>
      <TextField label={say('sign-in.name')} place="name" autoComplete="username" direction="ltr" {...field('name')} />
      <PasswordField label={say('sign-in.password')} place="password" autoComplete="current-password" {...field('password')} />
      {asks === 'code' && <CodeField {...field('code')} />}
    </Form>
  )
}

/** The way in without a password. */
function ByPasskey({ onAnswered }: WayIn) {
  const say = useSay()
  const passkey = usePasskey({ asked: `${SESSION_PATH}/passkey/asked`, answered: `${SESSION_PATH}/passkey`, body: (answer) => answer })
  const signIn = (): void => void passkey.use().then((answered) => answered && onAnswered(answered))
  return (
    <div className="other-way">
      {passkey.refusal && <Refused refusal={passkey.refusal} />}
      <Button type="button" variant="default" onClick={signIn} aria-disabled={passkey.waiting}>{say('sign-in.passkey')}</Button>
    </div>
  )
}
