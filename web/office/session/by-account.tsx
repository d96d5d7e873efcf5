import { useEffect, useRef, useState } from 'react'
import { Button } from '@mantine/core'
import { useSay } from '../../../ui/say.tsx'
import { AccountAskedShape, AccountOfferedShape } from '../../../wire/office/account.ts'
import { SessionShape, type SessionSent } from '../../../wire/office/session.ts'
import type { Answered } from '../asking/ask.ts'
import { Refused } from '../asking/refused.tsx'
import { useAsked } from '../asking/use-asked.ts'
import { useSending } from '../asking/use-sending.ts'
import { Form } from '../form/form.tsx'
import { cameBack, goThere } from './came-back.ts'
import { CodeField } from './code-field.tsx'
import { OF_THE_CODE } from './of-the-code.ts'
import { ACCOUNT_PATH } from './session-path.ts'

/** The way in by another's service, where there is one: there and back, and a code where somebody has one. */
export function ByAccount({ onAnswered }: { readonly onAnswered: (answered: Answered<SessionSent>) => void }) {
  const say = useSay()
  const offered = useAsked({ path: ACCOUNT_PATH }, AccountOfferedShape)
  const going = useSending(AccountAskedShape)
  const { send, refusal, waiting } = useSending(SessionShape)
  const [code, setCode] = useState('')
  const signIn = async (body: { readonly code?: string }): Promise<void> => {
    const answered = await send({ path: ACCOUNT_PATH, body })
    setCode('')
    onAnswered(answered)
  }
  const arrived = useRef(signIn)
  useEffect(() => {
    if (cameBack()) void arrived.current({})
  }, [])
  const go = (): void => void going.send({ path: `${ACCOUNT_PATH}/asked`, method: 'POST' }).then((answered) => answered.accepted && goThere(answered.value.address))
  const at = offered.answer?.at ?? null
  if (at === null) return null
  const asksCode = refusal !== null && OF_THE_CODE.includes(refusal.code)
  const shown = going.refusal ?? (asksCode ? null : refusal)
  return (
    <div className="other-way">
      {shown && <Refused refusal={shown} />}
      {asksCode && (
        <Form onSend={() => void signIn({ code })} refusal={refusal.code === 'session/code-needed' ? null : refusal} waiting={waiting} act={say('sign-in.account-code')} what={say('sign-in.doing')}>
          <CodeField value={code} onChange={setCode} />
        </Form>
      )}
      <Button type="button" variant="default" onClick={go} aria-disabled={going.waiting}>{going.waiting ? say('sign-in.account-going', { at }) : say('sign-in.account', { at })}</Button>
    </div>
  )
}
