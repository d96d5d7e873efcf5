import { useState } from 'react'
import { PasskeyAskedShape, type PasskeyAsserted } from '../../../wire/office/passkeys.ts'
import { SessionShape, type SessionSent } from '../../../wire/office/session.ts'
import type { Answered } from '../asking/ask.ts'
import { useSending } from '../asking/use-sending.ts'
import { noPasskey, type Refusal } from '../asking/refusal.ts'
import { passkeyFor } from './passkey.ts'

interface PasskeyUse {
  /** Where the server asks for a passkey, and where the device's answer goes. */
  readonly asked: string
  readonly answered: string
  readonly body: (answer: PasskeyAsserted) => unknown
}

/** Asks the server what to ask, the device for its answer, and the server whether it is right. */
export function usePasskey({ asked, answered, body }: PasskeyUse) {
  const asking = useSending(PasskeyAskedShape)
  const sending = useSending(SessionShape)
  const [own, setOwn] = useState<Refusal | null>(null)
  const use = async (): Promise<Answered<SessionSent> | null> => {
    setOwn(null)
    sending.settle()
    const told = await asking.send({ path: asked, method: 'POST' })
    if (!told.accepted) return null
    const answer = await passkeyFor(told.value)
    if (answer) return sending.send({ path: answered, body: body(answer) })
    setOwn(noPasskey)
    return null
  }
  return { use, refusal: own ?? asking.refusal ?? sending.refusal, waiting: asking.waiting || sending.waiting }
}
