import { useState } from 'react'
import { goTo } from '../../../ui/go-to.ts'
import { Mark } from '../../../ui/mark.tsx'
import { useSay } from '../../../ui/say.tsx'
import { LooksShape } from '../../../wire/office/looks.ts'
import { useAsked } from '../asking/use-asked.ts'
import { When } from '../figures/when.tsx'
import { Listing } from '../page/listing.tsx'
import { Held } from '../page/page.tsx'
import { useMay } from '../session/use-may.ts'
import type { FileName } from './need-asked.ts'

/** Where the page of a kind of file itself shows who looked. */
const SHOWN_AT: Readonly<Record<string, string>> = { site: 'looks', source: 'source-looks' }

/** Each look at a file is logged: the way to who looked. Of a plan, whoever answers for the log reads it here. */
export function WhoLookedAt({ file }: { readonly file: FileName }) {
  const say = useSay()
  const [open, setOpen] = useState(false)
  const readsLog = useMay('read-looks')
  const place = SHOWN_AT[file.split('/', 1)[0] ?? '']
  if (place !== undefined) return <p>{say('need.logged')} <button type="button" className="plain" onClick={() => goTo(place)}>{say('need.who-looked')}</button></p>
  if (!readsLog) return <p className="hint">{say('need.logged')} {say('need.who-reads-log')}</p>
  return open ? <Looks file={file} /> : <p>{say('need.logged')} <button type="button" className="plain" onClick={() => setOpen(true)}>{say('need.who-looked')}</button></p>
}

const LATEST_LOOKS = 30

function Looks({ file }: { readonly file: FileName }) {
  const say = useSay()
  const asked = useAsked({ path: `/api/looks?stream=${encodeURIComponent(file)}&limit=${LATEST_LOOKS}` }, LooksShape)
  return (
    <Held asked={asked} what={say('looks.reading')}>
      {({ looks }) => (
        <Listing
          caption={say('need.who-looked')}
          rows={looks}
          rowKey={({ at, who }) => `${at} ${who.id}`}
          none={<p>{say('looks.none')}</p>}
          columns={[
            { id: 'at', head: say('looks.at'), cell: ({ at }) => <When at={at} /> },
            { id: 'who', head: say('looks.who'), cell: ({ who }) => <bdi>{who.name}</bdi> },
            { id: 'why', head: say('looks.why'), cell: ({ look }) => (look === null ? say('looks.no-look') : say(`look-for.${look}`)) },
            { id: 'allowed', head: say('looks.allowed'), cell: ({ allowed }) => <><Mark of={allowed === 'yes' ? 'holds' : 'fails'} /> {say(`looks.allowed-${allowed}`)}</> },
          ]}
        />
      )}
    </Held>
  )
}
