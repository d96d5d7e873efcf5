import { useState } from 'react'
import { Button } from '@mantine/core'
import type { z } from 'zod'
import { useSay } from '../../../../ui/say.tsx'
import { CodeSecretShape, OwnWaysShape, RecoveryCodesShape, type OwnWaysSent } from '../../../../wire/office/own-ways.ts'
import { Refused } from '../../asking/refused.tsx'
import { useSending } from '../../asking/use-sending.ts'
import { Form } from '../../form/form.tsx'
import { AskFirst } from '../../page/ask-first.tsx'
import { CodeField } from '../code-field.tsx'
import { SESSION_PATH, WAYS_PATH } from '../session-path.ts'
import { RecoveryCodes, ToldOnce } from './told-once.tsx'

const FACTOR_PATH = `${SESSION_PATH}/second-factor`

/** The code of a telephone beside the password: put on, put away, and the codes for the day the telephone is lost. */
export function SecondFactor({ ways: { secondFactor, recoveryCodesLeft } }: { readonly ways: OwnWaysSent }) {
  const say = useSay()
  const [codes, setCodes] = useState<readonly string[]>([])
  return (
    <section className="sheet" aria-labelledby="second-factor">
      <h2 id="second-factor">{say('ways.factor')}</h2>
      {codes.length > 0 && <RecoveryCodes codes={codes} onDone={() => setCodes([])} />}
      <p>{say(`ways.factor-${secondFactor}`)}</p>
      {secondFactor === 'on' ? <FactorOn left={recoveryCodesLeft} onCodes={setCodes} /> : <FactorOff onCodes={setCodes} />}
    </section>
  )
}

interface GivesCodes {
  readonly onCodes: (codes: readonly string[]) => void
}

function FactorOff({ onCodes }: GivesCodes) {
  const say = useSay()
  const begin = useSending(CodeSecretShape)
  const confirm = useSending(RecoveryCodesShape, [WAYS_PATH])
  const [drawn, setDrawn] = useState<z.infer<typeof CodeSecretShape> | null>(null)
  const [code, setCode] = useState('')
  const draw = (): void => void begin.send({ path: FACTOR_PATH, method: 'POST' }).then((answered) => setDrawn(answered.accepted ? answered.value : null))
  const prove = async (): Promise<void> => {
    const answered = await confirm.send({ path: `${FACTOR_PATH}/confirm`, body: { code } })
    setCode('')
    if (!answered.accepted) return
    setDrawn(null)
    onCodes(answered.value.recoveryCodes)
  }
  if (!drawn) {
    return (
      <>
        {begin.refusal && <Refused refusal={begin.refusal} />}
        <Button onClick={draw} aria-disabled={begin.waiting}>{say('ways.factor-begin')}</Button>
      </>
    )
  }
  return (
    <ToldOnce id="secret" title={say('ways.secret-title')} done={say('ways.secret-leave')} onDone={() => setDrawn(null)}>
      <ol>
        <li>{say('ways.secret-type')} <output className="one-time" dir="ltr">{spaced(drawn.secret)}</output></li>
        <li><a href={drawn.address}>{say('ways.secret-open')}</a></li>
        <li>{say('ways.secret-then')}</li>
      </ol>
      <Form onSend={() => void prove()} refusal={confirm.refusal} waiting={confirm.waiting} act={say('ways.factor-confirm')} what={say('ways.factor-confirming')}>
        <CodeField value={code} onChange={setCode} hint={say('ways.secret-code')} />
      </Form>
    </ToldOnce>
  )
}

/** In fours, so that a line is not lost while it is typed on a telephone. */
const spaced = (secret: string): string => secret.replace(/.{4}(?=.)/g, '$& ')

function FactorOn({ left, onCodes }: GivesCodes & { readonly left: number }) {
  const say = useSay()
  const renew = useSending(RecoveryCodesShape, [WAYS_PATH])
  const remove = useSending(OwnWaysShape, [WAYS_PATH])
  const [asks, setAsks] = useState<'nothing' | 'remove'>('nothing')
  const refusal = renew.refusal ?? remove.refusal
  const makeCodes = (): void => void renew.send({ path: `${SESSION_PATH}/recovery-codes`, method: 'POST' }).then((answered) => answered.accepted && onCodes(answered.value.recoveryCodes))
  const putAway = (): void => {
    setAsks('nothing')
    void remove.send({ path: FACTOR_PATH, method: 'DELETE' })
  }
  return (
    <>
      <p>{say('ways.recovery-left', { count: left })}</p>
      {refusal && <Refused refusal={refusal} />}
      <div className="form-acts">
        <Button variant="default" onClick={makeCodes} aria-disabled={renew.waiting}>{say('ways.recovery-new')}</Button>
        <Button variant="default" onClick={() => setAsks('remove')}>{say('ways.factor-remove')}</Button>
      </div>
      {asks === 'remove' && <AskFirst title={say('ways.factor-remove-title')} act={say('ways.factor-remove')} onAct={putAway} onKeep={() => setAsks('nothing')}><p>{say('ways.factor-remove-means')}</p></AskFirst>}
    </>
  )
}
