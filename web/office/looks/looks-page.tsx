import { useState } from 'react'
import { Mark } from '../../../ui/mark.tsx'
import { useSay, type Say } from '../../../ui/say.tsx'
import { LooksShape, type LookSent } from '../../../wire/office/looks.ts'
import { useAsked } from '../asking/use-asked.ts'
import { When } from '../figures/when.tsx'
import { Listing, type Column } from '../page/listing.tsx'
import { Held, Page } from '../page/page.tsx'

/** The access log: who opened which file and why, and who was turned away; the newest first. */
export function LooksPage() {
  const say = useSay()
  const [cursors, setCursors] = useState<readonly string[]>([])
  const cursor = cursors.at(-1)
  const looks = useAsked({ path: cursor === undefined ? '/api/looks' : `/api/looks?cursor=${cursor}` }, LooksShape)
  return (
    <Page title={say('place.looks')}>
      <p className="hint">{say('looks.for')}</p>
      <Held asked={looks} what={say('looks.reading')}>
        {({ looks: rows, next }) => (
          <>
            <Listing caption={say('place.looks')} columns={columnsOf(say, rows)} rows={rows} rowKey={({ at, stream, who }) => `${at} ${stream} ${who.id}`} none={<p>{say('looks.none')}</p>} />
            <p className="pages">
              {cursors.length > 0 && <button type="button" onClick={() => setCursors((before) => before.slice(0, -1))}>{say('office.newer')}</button>}
              {next !== null && <button type="button" onClick={() => setCursors((before) => [...before, next])}>{say('office.older')}</button>}
            </p>
          </>
        )}
      </Held>
    </Page>
  )
}

/** By which policy is told to nobody who is not told why, and then has no column. */
const columnsOf = (say: Say, rows: readonly LookSent[]): readonly Column<LookSent>[] => [
  { id: 'at', head: say('looks.at'), cell: ({ at }) => <When at={at} /> },
  { id: 'who', head: say('looks.who'), cell: ({ who }) => <><bdi>{who.name}</bdi> <span className="hint">{say(`role.${who.role}`)}</span></> },
  { id: 'stream', head: say('looks.stream'), cell: ({ stream }) => <bdi dir="ltr">{stream}</bdi> },
  { id: 'why', head: say('looks.why'), cell: ({ look }) => (look === null ? say('looks.no-look') : say(`look-for.${look}`)) },
  { id: 'allowed', head: say('looks.allowed'), cell: ({ allowed, whyNot }) => <><Mark of={allowed === 'yes' ? 'holds' : 'fails'} /> {say(`looks.allowed-${allowed}`)}{whyNot !== null && <span className="hint"> <bdi dir="ltr">{whyNot}</bdi></span>}</> },
  ...(rows.some(({ policy }) => policy !== null) ? [{ id: 'policy', head: say('looks.policy'), cell: ({ policy }: LookSent) => policy !== null && <code dir="ltr">{policy}</code> }] : []),
]
