import { useState } from 'react'
import { useSay } from '../../../ui/say.tsx'
import { LooksShape } from '../../../wire/office/looks.ts'
import { useAsked } from '../asking/use-asked.ts'
import { When } from '../figures/when.tsx'
import { Listing } from '../page/listing.tsx'
import { Held } from '../page/page.tsx'
import { SOURCES_PATH } from './sources-asked.ts'

/** Who opened this file, and who was turned away; asked for when somebody wants to see it. */
export function SourceLooks({ source }: { readonly source: string }) {
  const say = useSay()
  const [open, setOpen] = useState(false)
  return (
    <section className="panel" aria-labelledby="source-looks">
      <h3 id="source-looks">{say('site.looks')}</h3>
      {open ? <Looks source={source} /> : <button type="button" onClick={() => setOpen(true)}>{say('site.show-looks')}</button>}
    </section>
  )
}

const LATEST_LOOKS = 30

function Looks({ source }: { readonly source: string }) {
  const say = useSay()
  const asked = useAsked({ path: `${SOURCES_PATH}/${source}/looks?limit=${LATEST_LOOKS}` }, LooksShape)
  return (
    <Held asked={asked} what={say('looks.reading')}>
      {({ looks }) => (
        <Listing
          caption={say('site.looks')}
          rows={looks}
          rowKey={({ at, who }) => `${at} ${who.id}`}
          none={<p>{say('looks.none')}</p>}
          columns={[
            { id: 'at', head: say('looks.at'), cell: ({ at }) => <When at={at} /> },
            { id: 'who', head: say('looks.who'), cell: ({ who }) => <bdi>{who.name}</bdi> },
            { id: 'why', head: say('looks.why'), cell: ({ look }) => (look === null ? say('looks.no-look') : say(`look-for.${look}`)) },
            { id: 'allowed', head: say('looks.allowed'), cell: ({ allowed }) => say(`looks.allowed-${allowed}`) },
          ]}
        />
      )}
    </Held>
  )
}
