import { useEffect, useRef, useState } from 'react'
import { Button } from '@mantine/core'
import { useSay } from '../../../../ui/say.tsx'
import { AccountAskedShape } from '../../../../wire/office/account.ts'
import { OwnWaysShape, type OwnWaysSent } from '../../../../wire/office/own-ways.ts'
import { Refused } from '../../asking/refused.tsx'
import { useSending } from '../../asking/use-sending.ts'
import { Day, When } from '../../figures/when.tsx'
import { AskFirst } from '../../page/ask-first.tsx'
import { cameBack, goThere } from '../came-back.ts'
import { ACCOUNT_PATH, WAYS_PATH } from '../session-path.ts'

const LINK_PATH = `${ACCOUNT_PATH}/link`

/** One's own account at another's service: linked there and back, by nobody but its owner, and unlinked. */
export function OwnAccount({ ways: { account: { at, linkedAt, usedAt } } }: { readonly ways: OwnWaysSent }) {
  const say = useSay()
  const going = useSending(AccountAskedShape)
  const { send, refusal, waiting } = useSending(OwnWaysShape, [WAYS_PATH])
  const [asks, setAsks] = useState<'nothing' | 'unlink'>('nothing')
  const arrived = useRef(() => send({ path: LINK_PATH, method: 'POST' }))
  useEffect(() => {
    if (cameBack()) void arrived.current()
  }, [])
  const go = (): void => void going.send({ path: `${LINK_PATH}/asked`, method: 'POST' }).then((answered) => answered.accepted && goThere(answered.value.address))
  const unlink = (): void => {
    setAsks('nothing')
    void send({ path: LINK_PATH, method: 'DELETE' })
  }
  const refused = going.refusal ?? refusal
  if (at === null && linkedAt === null) return null
  return (
    <section className="sheet" aria-labelledby="own-account">
      <h2 id="own-account">{say('ways.account')}</h2>
      <p>{at === null ? say('ways.account-only-unlink') : say('ways.account-for', { at })}</p>
      {refused && <Refused refusal={refused} />}
      {linkedAt !== null && <p>{say('ways.account-linked')} <Day at={linkedAt} />{usedAt !== null && <>, {say('ways.account-used')} <When at={usedAt} /></>}</p>}
      {linkedAt === null && at !== null && <Button variant="default" onClick={go} aria-disabled={going.waiting || waiting}>{waiting ? say('ways.account-linking') : say('ways.account-link', { at })}</Button>}
      {linkedAt !== null && <Button variant="default" onClick={() => setAsks('unlink')}>{say('ways.account-unlink')}</Button>}
      {asks === 'unlink' && <AskFirst title={say('ways.account-unlink-title')} act={say('ways.account-unlink')} onAct={unlink} onKeep={() => setAsks('nothing')}><p>{say('ways.account-unlink-means')}</p></AskFirst>}
    </section>
  )
}
