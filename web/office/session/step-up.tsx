import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react'
import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useSay } from '../../../ui/say.tsx'
import { OwnWaysShape } from '../../../wire/office/own-ways.ts'
import { SessionShape } from '../../../wire/office/session.ts'
import { Refused } from '../asking/refused.tsx'
import { useAsked } from '../asking/use-asked.ts'
import { useSending } from '../asking/use-sending.ts'
import { PasswordField } from '../form/fields.tsx'
import { Form } from '../form/form.tsx'
import { Held } from '../page/page.tsx'
import { CodeField } from './code-field.tsx'
import { canUsePasskeys } from './passkey.ts'
import { ProvingBy, type Prove } from './proving.ts'
import { SESSION_PATH, WAYS_PATH } from './session-path.ts'
import { usePasskey } from './use-passkey.ts'

type Asker = (shown: Awaited<ReturnType<Prove>>) => void

/** Around the pages: an act that the server wants a fresh proof for waits here until somebody shows who they are, and is then sent again. */
export function ProvingAnew({ children }: { readonly children: ReactNode }) {
  const [askers, setAskers] = useState<readonly Asker[]>([])
  const prove = useCallback<Prove>(() => new Promise((resolve) => setAskers((waiting) => [...waiting, resolve])), [])
  const queries = useQueryClient()
  const settle = (shown: 'shown' | 'left'): void => {
    void queries.invalidateQueries({ queryKey: [WAYS_PATH] })
    for (const asker of askers) asker(shown)
    setAskers([])
  }
  return (
    <ProvingBy value={prove}>
      {children}
      {askers.length > 0 && <StepUp onShown={() => settle('shown')} onLeft={() => settle('left')} />}
    </ProvingBy>
  )
}

interface StepUpProps {
  readonly onShown: () => void
  readonly onLeft: () => void
}

/** Asks who somebody is, in the ways they have. Escape leaves the act undone, and what was typed for it where it is. */
function StepUp({ onShown, onLeft }: StepUpProps) {
  const say = useSay()
  const dialog = useRef<HTMLDialogElement>(null)
  const ways = useAsked({ path: WAYS_PATH }, OwnWaysShape)
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
  }, [])
  return (
    <ProvingBy value={async () => 'left'}>
      <dialog ref={dialog} className="ask-first step-up" aria-labelledby="step-up-title" onClose={onLeft}>
        <h2 id="step-up-title">{say('step-up.title')}</h2>
        <p>{say('step-up.because')}</p>
        <Held asked={ways} what={say('step-up.asking')}>
          {({ secondFactor, passkeys }) => (
            <>
              {passkeys.length > 0 && canUsePasskeys() && <ByPasskey onShown={onShown} />}
              {(secondFactor === 'on' || passkeys.length === 0) && <ByPassword code={secondFactor} onShown={onShown} />}
            </>
          )}
        </Held>
        <Button variant="default" onClick={onLeft}>{say('office.keep')}</Button>
      </dialog>
    </ProvingBy>
  )
}

const STEP_UP_PATH = `${SESSION_PATH}/step-up`

function ByPassword({ code: asksCode, onShown }: { readonly code: 'on' | 'off'; readonly onShown: () => void }) {
  const say = useSay()
  const { send, refusal, waiting } = useSending(SessionShape)
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const show = async (): Promise<void> => {
    const answered = await send({ path: STEP_UP_PATH, body: { by: 'password', password, ...(asksCode === 'on' && { code }) } })
    setPassword('')
    setCode('')
    if (answered.accepted) onShown()
  }
  return (
    <Form onSend={() => void show()} refusal={refusal} waiting={waiting} act={say('step-up.act')} what={say('step-up.doing')}>
      <PasswordField label={say('sign-in.password')} place="password" value={password} onChange={setPassword} autoComplete="current-password" />
      {asksCode === 'on' && <CodeField value={code} onChange={setCode} />}
    </Form>
  )
}

function ByPasskey({ onShown }: { readonly onShown: () => void }) {
  const say = useSay()
  const passkey = usePasskey({ asked: `${STEP_UP_PATH}/asked`, answered: STEP_UP_PATH, body: (answer) => ({ by: 'passkey', answer }) })
  const show = (): void => void passkey.use().then((answered) => answered?.accepted && onShown())
  return (
    <div className="other-way">
      {passkey.refusal && <Refused refusal={passkey.refusal} />}
      <Button type="button" onClick={show} aria-disabled={passkey.waiting}>{say('sign-in.passkey')}</Button>
    </div>
  )
}
