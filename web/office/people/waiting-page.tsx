import { useState } from 'react'
import { useSay } from '../../../ui/say.tsx'
import { WaitingShape, type WaitingSent } from '../../../wire/office/people.ts'
import { Refused } from '../asking/refused.tsx'
import { useAsked } from '../asking/use-asked.ts'
import { useSending } from '../asking/use-sending.ts'
import { Day } from '../figures/when.tsx'
import { AskFirst } from '../page/ask-first.tsx'
import { Listing } from '../page/listing.tsx'
import { Held, Page } from '../page/page.tsx'
import { PEOPLE_PATH, WAITING_PATH } from './people-path.ts'

type Colleague = WaitingSent['waiting'][number]

/** Colleagues of one's own organisation who open nothing yet: whoever knows one of them says so. */
export function WaitingPage() {
  const say = useSay()
  const waiting = useAsked({ path: WAITING_PATH, streams: [WAITING_PATH] }, WaitingShape)
  return (
    <Page title={say('place.waiting')}>
      <p className="hint">{say('waiting.for')}</p>
      <Held asked={waiting} what={say('waiting.reading')}>{(answer) => <WaitingList waiting={answer.waiting} />}</Held>
    </Page>
  )
}

function WaitingList({ waiting }: { readonly waiting: readonly Colleague[] }) {
  const say = useSay()
  const { send, refusal } = useSending(WaitingShape, [WAITING_PATH])
  const [known, setKnown] = useState<Colleague | null>(null)
  const vouch = ({ id }: Colleague): void => {
    setKnown(null)
    void send({ path: `${PEOPLE_PATH}/${id}/vouch`, method: 'POST' })
  }
  return (
    <>
      {refusal && <Refused refusal={refusal} />}
      <Listing
        caption={say('place.waiting')} rows={waiting} rowKey={({ id }) => id} none={<p>{say('waiting.none')}</p>}
        columns={[
          { id: 'name', head: say('people.name'), cell: ({ name }) => <strong><bdi>{name}</bdi></strong> },
          { id: 'role', head: say('people.role'), cell: ({ role }) => say(`role.${role}`) },
          { id: 'made', head: say('waiting.since'), cell: ({ madeAt }) => <Day at={madeAt} /> },
          { id: 'acts', head: say('people.acts'), cell: (colleague) => (colleague.password === 'one-time' ? say('waiting.one-time') : <button type="button" className="plain" aria-label={say('waiting.vouch-for', { name: colleague.name })} onClick={() => setKnown(colleague)}>{say('waiting.vouch')}</button>) },
        ]}
      />
      {known && <AskFirst title={say('waiting.vouch-title', { name: known.name })} act={say('waiting.vouch-act')} onAct={() => vouch(known)} onKeep={() => setKnown(null)}><p>{say('waiting.vouch-means')}</p></AskFirst>}
    </>
  )
}
