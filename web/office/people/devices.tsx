import { useState } from 'react'
import { Button } from '@mantine/core'
import { useSay } from '../../../ui/say.tsx'
import { DeviceCodeShape, DevicesShape, type DeviceCodeSent, type DevicesSent } from '../../../wire/office/devices.ts'
import type { PersonSent } from '../../../wire/office/people.ts'
import { Refused } from '../asking/refused.tsx'
import { useAsked } from '../asking/use-asked.ts'
import { useSending } from '../asking/use-sending.ts'
import { Day, When } from '../figures/when.tsx'
import { SelectField, TextField } from '../form/fields.tsx'
import { Form } from '../form/form.tsx'
import { AskFirst } from '../page/ask-first.tsx'
import { Listing } from '../page/listing.tsx'
import { Held } from '../page/page.tsx'
import { ToldOnce } from '../session/ways/told-once.tsx'
import { DEVICES_PATH, PEOPLE_PATH } from './people-path.ts'

type Device = DevicesSent['devices'][number]

interface DevicesProps {
  readonly people: readonly PersonSent[]
}

/** The browsers people sign in from, opened where somebody asks for them. */
export function Devices({ people }: DevicesProps) {
  const say = useSay()
  const [open, setOpen] = useState<'yes' | 'no'>('no')
  return (
    <section className="sheet" aria-labelledby="devices">
      <h2 id="devices">{say('devices.title')}</h2>
      {open === 'yes' ? <Opened people={people.filter(({ leftAt }) => leftAt === null)} /> : <Button variant="default" onClick={() => setOpen('yes')}>{say('devices.title')}</Button>}
    </section>
  )
}

function Opened({ people }: DevicesProps) {
  const say = useSay()
  const devices = useAsked({ path: DEVICES_PATH, streams: [DEVICES_PATH] }, DevicesShape)
  const [told, setTold] = useState<DeviceCodeSent | null>(null)
  return (
    <>
      {told && (
        <ToldOnce id="device-code" title={say('devices.code-title', { name: told.name })} done={say('devices.code-done')} onDone={() => setTold(null)}>
          <p><output className="one-time" dir="ltr">{told.code}</output></p>
          <p>{say('devices.code-how')}</p>
        </ToldOnce>
      )}
      <Held asked={devices} what={say('devices.reading')}>{(answer) => <List answer={answer} />}</Held>
      <Allow people={people} onTold={setTold} />
    </>
  )
}

function List({ answer: { asked, devices } }: { readonly answer: DevicesSent }) {
  const say = useSay()
  const { send, refusal } = useSending(DevicesShape, [DEVICES_PATH])
  const [leaving, setLeaving] = useState<Device | null>(null)
  const revoke = ({ id }: Device): void => {
    setLeaving(null)
    void send({ path: `${DEVICES_PATH}/${id}/revoke`, method: 'POST' })
  }
  return (
    <>
      <p>{say(`devices.${asked}`)}</p>
      {refusal && <Refused refusal={refusal} />}
      <Listing
        caption={say('devices.title')} rows={devices} rowKey={({ id }) => id} none={<p>{say('devices.none')}</p>}
        columns={[
          { id: 'name', head: say('devices.name'), cell: ({ name }) => <strong><bdi>{name}</bdi></strong> },
          { id: 'enrolled-by', head: say('devices.enrolled-by'), cell: ({ enrolledBy }) => <bdi>{enrolledBy}</bdi> },
          { id: 'allowed-by', head: say('devices.allowed-by'), room: 'wide', cell: ({ allowedBy }) => <bdi>{allowedBy}</bdi> },
          { id: 'enrolled-at', head: say('devices.enrolled-at'), room: 'wide', cell: ({ enrolledAt }) => <Day at={enrolledAt} /> },
          { id: 'seen-at', head: say('devices.seen-at'), cell: ({ seenAt }) => <When at={seenAt} /> },
          { id: 'acts', head: say('people.acts'), cell: (device) => (device.revokedAt !== null ? <>{say('devices.revoked')} <When at={device.revokedAt} /></> : <button type="button" className="plain" aria-label={say('devices.revoke-which', { name: device.name })} onClick={() => setLeaving(device)}>{say('devices.revoke')}</button>) },
        ]}
      />
      {leaving && <AskFirst title={say('devices.revoke-title', { name: leaving.name })} act={say('devices.revoke')} onAct={() => revoke(leaving)} onKeep={() => setLeaving(null)}><p>{say('devices.revoke-means')}</p></AskFirst>}
    </>
  )
}

function Allow({ people, onTold }: DevicesProps & { readonly onTold: (told: DeviceCodeSent) => void }) {
  const say = useSay()
  const { send, refusal, waiting } = useSending(DeviceCodeShape)
  const [[person, name], setTyped] = useState<readonly [string, string]>([people[0]?.id ?? '', ''])
  const allow = async (): Promise<void> => {
    const answered = await send({ path: `${PEOPLE_PATH}/${person}/device`, body: { name } })
    if (!answered.accepted) return
    setTyped([person, ''])
    onTold(answered.value)
  }
  return (
    <Form onSend={() => void allow()} refusal={refusal} waiting={waiting} act={say('devices.allow')} what={say('devices.allowing')}>
      <SelectField label={say('devices.person')} place="person" value={person} onChange={(to) => setTyped([to, name])} options={people.map((one) => ({ value: one.id, words: one.name }))} />
      <TextField label={say('devices.name')} hint={say('devices.name-hint')} place="name" value={name} onChange={(to) => setTyped([person, to])} />
    </Form>
  )
}
