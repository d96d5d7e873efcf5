import { useState } from 'react'
import { useSay } from '../../../../ui/say.tsx'
import { OwnWaysShape, type OwnWaysSent } from '../../../../wire/office/own-ways.ts'
import { PasskeyToMakeShape } from '../../../../wire/office/passkeys.ts'
import { noPasskey, type Refusal } from '../../asking/refusal.ts'
import { Refused } from '../../asking/refused.tsx'
import { useSending } from '../../asking/use-sending.ts'
import { Day, When } from '../../figures/when.tsx'
import { TextField } from '../../form/fields.tsx'
import { Form } from '../../form/form.tsx'
import { AskFirst } from '../../page/ask-first.tsx'
import { Listing } from '../../page/listing.tsx'
import { canUsePasskeys, passkeyMadeFor } from '../passkey.ts'
import { SESSION_PATH, WAYS_PATH } from '../session-path.ts'

const PASSKEYS_PATH = `${SESSION_PATH}/passkeys`

type Passkey = OwnWaysSent['passkeys'][number]

/** The passkeys of whoever is signed in: made here, named, removed. */
export function Passkeys({ ways: { passkeys, passkeysHere } }: { readonly ways: OwnWaysSent }) {
  const say = useSay()
  const { send, refusal } = useSending(OwnWaysShape, [WAYS_PATH])
  const [removing, setRemoving] = useState<Passkey | null>(null)
  const remove = ({ id }: Passkey): void => {
    setRemoving(null)
    void send({ path: `${PASSKEYS_PATH}/${id}`, method: 'DELETE' })
  }
  return (
    <section className="sheet" aria-labelledby="passkeys">
      <h2 id="passkeys">{say('ways.passkeys')}</h2>
      <p>{say('ways.passkeys-for')}</p>
      {refusal && <Refused refusal={refusal} />}
      <Listing
        caption={say('ways.passkeys')} rows={passkeys} rowKey={({ id }) => id} none={<p>{say('ways.passkeys-none')}</p>}
        columns={[
          { id: 'name', head: say('ways.passkey-name'), cell: ({ name }) => <strong><bdi>{name}</bdi></strong> },
          { id: 'held', head: say('ways.passkey-held'), cell: ({ held }) => say(`ways.held-${held}`) },
          { id: 'made', head: say('ways.since'), room: 'wide', cell: ({ madeAt }) => <Day at={madeAt} /> },
          { id: 'used', head: say('ways.passkey-used'), cell: ({ usedAt }) => (usedAt === null ? say('ways.never') : <When at={usedAt} />) },
          { id: 'acts', head: say('people.acts'), cell: (passkey) => <button type="button" className="plain" aria-label={say('ways.passkey-remove-which', { name: passkey.name })} onClick={() => setRemoving(passkey)}>{say('ways.passkey-remove')}</button> },
        ]}
      />
      {passkeysHere === 'yes' && canUsePasskeys() ? <AddPasskey /> : <p className="hint">{say('ways.passkeys-not-here')}</p>}
      {removing && <AskFirst title={say('ways.passkey-remove-title', { name: removing.name })} act={say('ways.passkey-remove')} onAct={() => remove(removing)} onKeep={() => setRemoving(null)}><p>{say('ways.passkey-remove-means')}</p></AskFirst>}
    </section>
  )
}

function AddPasskey() {
  const say = useSay()
  const asking = useSending(PasskeyToMakeShape)
  const keeping = useSending(OwnWaysShape, [WAYS_PATH])
  const [own, setOwn] = useState<Refusal | null>(null)
  const [name, setName] = useState('')
  const make = async (): Promise<void> => {
    setOwn(null)
    const toMake = await asking.send({ path: `${PASSKEYS_PATH}/asked`, method: 'POST' })
    if (!toMake.accepted) return
    const answer = await passkeyMadeFor(toMake.value)
    if (!answer) return setOwn(noPasskey)
    const kept = await keeping.send({ path: PASSKEYS_PATH, body: { name, answer } })
    if (kept.accepted) setName('')
  }
  return (
    <Form onSend={() => void make()} refusal={own ?? asking.refusal ?? keeping.refusal} waiting={asking.waiting || keeping.waiting} act={say('ways.passkey-add')} what={say('ways.passkey-adding')}>
      <TextField label={say('ways.passkey-name')} hint={say('ways.passkey-name-hint')} place="name" value={name} onChange={setName} />
    </Form>
  )
}
