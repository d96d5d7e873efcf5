import { useState } from 'react'
import { useSay, type Say } from '../../../ui/say.tsx'
import { Mark } from '../../../ui/mark.tsx'
import { When } from '../figures/when.tsx'
import { Listing, type Column } from '../page/listing.tsx'
import { Held, Page } from '../page/page.tsx'
import { useSession } from '../session/use-session.ts'
import '../sites/sites.css'
import './shares.css'
import { LeftShare } from './left-share.tsx'
import { ReceivedShare } from './received-share.tsx'
import { useReceived, useShares, type ReceivedLine, type ShareLine } from './shares-asked.ts'

/** What was passed to us, and what left us: to whom, in which state. Each is opened on purpose, and that is logged. */
export function SharesPage() {
  const say = useSay()
  const person = useSession().answer?.person
  return (
    <Page title={say('place.shares')}>
      <Came />
      {person?.may.includes('see-cases') && <Left />}
    </Page>
  )
}

function Came() {
  const say = useSay()
  const asked = useReceived()
  const [open, setOpen] = useState<string | null>(null)
  return (
    <section aria-labelledby="came">
      <h2 id="came">{say('sharing.came')}</h2>
      <p className="hint">{say('sharing.came-for')}</p>
      {open !== null && <ReceivedShare key={open} id={open} onAway={() => setOpen(null)} />}
      <Held asked={asked} what={say('sharing.reading-list')}>
        {({ shares }) => <Listing caption={say('sharing.came')} columns={cameColumns(say)} rows={shares} rowKey={({ id }) => id} onOpen={({ id }) => setOpen(id)} none={say('sharing.came-none')} />}
      </Held>
    </section>
  )
}

function Left() {
  const say = useSay()
  const asked = useShares()
  const [open, setOpen] = useState<string | null>(null)
  return (
    <section aria-labelledby="left">
      <h2 id="left">{say('sharing.left')}</h2>
      <p className="hint">{say('sharing.left-for')}</p>
      {open !== null && <LeftShare key={open} id={open} onAway={() => setOpen(null)} />}
      <Held asked={asked} what={say('sharing.reading-list')}>
        {({ shares, names }) => <Listing caption={say('sharing.left')} columns={leftColumns(say, names)} rows={shares} rowKey={({ id }) => id} onOpen={({ id }) => setOpen(id)} none={say('sharing.left-none')} />}
      </Held>
    </section>
  )
}

const cameColumns = (say: Say): readonly Column<ReceivedLine>[] => [
  { id: 'from', head: say('sharing.from'), cell: ({ from }) => <strong><bdi>{from}</bdi></strong> },
  { id: 'content', head: say('sharing.content'), cell: ({ content }) => say(`sharing.content-${content}`) },
  { id: 'asks', head: say('sharing.asks'), cell: ({ asks }) => say(`sharing.asks-${asks}`) },
  { id: 'state', head: say('sharing.state'), cell: (line) => <CameState line={line} /> },
  { id: 'when', head: say('sharing.released-at'), room: 'wide', cell: ({ releasedAt }) => <When at={releasedAt} /> },
]

function CameState({ line: { recalledAt, recallAnswered, acknowledged } }: { readonly line: ReceivedLine }) {
  const say = useSay()
  if (recalledAt !== null) return <><Mark of={recallAnswered === null ? 'fails' : 'holds'} /> {say(recallAnswered === null ? 'sharing.state-recalled' : `sharing.outcome-${recallAnswered}`)}</>
  return <><Mark of={acknowledged === 'yes' ? 'holds' : 'partly'} /> {say(acknowledged === 'yes' ? 'sharing.state-acknowledged' : 'sharing.state-not-acknowledged')}</>
}

const leftColumns = (say: Say, names: Readonly<Record<string, string>>): readonly Column<ShareLine>[] => [
  { id: 'to', head: say('sharing.to'), cell: ({ to }) => <strong><bdi>{to.name}</bdi></strong> },
  { id: 'content', head: say('sharing.content'), cell: ({ content }) => say(`sharing.content-${content}`) },
  { id: 'state', head: say('sharing.state'), cell: (line) => <LeftState line={line} /> },
  { id: 'by', head: say('sharing.by'), room: 'wide', cell: ({ releasedBy, preparedBy }) => <bdi>{names[releasedBy ?? preparedBy] ?? releasedBy ?? preparedBy}</bdi> },
  { id: 'when', head: say('sharing.released-at'), cell: ({ releasedAt, preparedAt }) => <When at={releasedAt ?? preparedAt} /> },
  { id: 'bases', head: say('sharing.basis'), room: 'wide', cell: ({ bases }) => bases.map((basis) => say(`sharing.basis-${basis}`)).join('; ') },
  { id: 'controllers', head: say('sharing.controller'), room: 'wide', cell: ({ controllers }) => <bdi>{controllers.map(({ name }) => name).join('; ')}</bdi> },
]

function LeftState({ line: { releasedAt, recalledAt, recallOutcome, acknowledgedAt, awaitsReview } }: { readonly line: ShareLine }) {
  const say = useSay()
  if (recallOutcome !== null) return <><Mark of="holds" /> {say(`sharing.outcome-${recallOutcome}`)}</>
  if (recalledAt !== null) return <><Mark of="partly" /> {say('sharing.state-recalled')}</>
  if (releasedAt === null) return <><Mark of="partly" /> {say('sharing.state-waits')}</>
  if (awaitsReview === 'yes') return <><Mark of="fails" /> {say('sharing.state-review')}</>
  return <><Mark of={acknowledgedAt === null ? 'partly' : 'holds'} /> {say(acknowledgedAt === null ? 'sharing.state-not-acknowledged' : 'sharing.state-acknowledged')}</>
}
