import { useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { Button } from '@mantine/core'
import { useSay, type Say } from '../../../ui/say.tsx'
import { RequestsShape } from '../../../wire/office/requests.ts'
import { useAsked } from '../asking/use-asked.ts'
import { When } from '../figures/when.tsx'
import { Pick } from '../form/pick.tsx'
import { Listing, type Column } from '../page/listing.tsx'
import { Held, Page } from '../page/page.tsx'
import '../sites/sites.css'
import { REQUESTS_PATH, referenceOf, type RequestLine } from './requests-asked.ts'
import { TakeRequest } from './take-request.tsx'

const WHICH = ['open', 'all'] as const

/** What people in the files have asked: what is due first stands first. */
export function RequestsPage() {
  const say = useSay()
  const go = useNavigate()
  const [which, setWhich] = useState<(typeof WHICH)[number]>('open')
  const [taking, setTaking] = useState(false)
  const asked = useAsked({ path: `${REQUESTS_PATH}?which=${which}`, streams: ['request/'] }, RequestsShape)
  const open = (id: string): void => void go({ to: '/requests/$request', params: { request: id } })
  return (
    <Page title={say('request.title')} acts={!taking && <Button onClick={() => setTaking(true)}>{say('request.take')}</Button>}>
      <p className="hint">{say('request.for')}</p>
      {taking && <TakeRequest onDone={open} onAway={() => setTaking(false)} />}
      <Pick label={say('request.which')} value={which} onChange={setWhich} options={WHICH.map((value) => ({ value, words: say(`request.which-${value}`) }))} />
      <Held asked={asked} what={say('request.reading')}>
        {({ requests, term }) => (
          <>
            <Listing caption={say('request.title')} columns={columnsOf(say)} rows={requests} rowKey={({ id }) => id} onOpen={({ id }) => open(id)} none={say('request.none')} />
            <p className="hint">{say('request.term-from', { source: term.source, sureness: term.sureness })}</p>
          </>
        )}
      </Held>
    </Page>
  )
}

const columnsOf = (say: Say): readonly Column<RequestLine>[] => [
  { id: 'due', head: say('request.due'), cell: (line) => <Due line={line} /> },
  { id: 'wants', head: say('request.wants'), cell: ({ wants }) => say(`wants.${wants}`) },
  { id: 'standing', head: say('request.standing'), cell: ({ standing }) => say(`request.standing-${standing}`) },
  { id: 'received', head: say('request.received-at'), room: 'wide', cell: ({ receivedAt }) => <When at={receivedAt} /> },
  { id: 'reference', head: say('request.reference'), room: 'wide', cell: ({ id }) => <bdi dir="ltr">{referenceOf(id)}</bdi> },
]

/** By when somebody is to be answered; with a word of its own once that day has passed. */
function Due({ line: { due, overdue, extended, standing } }: { readonly line: RequestLine }) {
  const say = useSay()
  if (standing === 'told' || standing === 'closed') return <span className="hint"><When at={due} /></span>
  if (overdue === 'yes') return <strong className="runs-out"><When at={due} /> {say('request.overdue')}</strong>
  return <><When at={due} />{extended === 'yes' && <> <span className="hint">{say('request.due-extended')}</span></>}</>
}
