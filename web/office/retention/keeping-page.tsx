import { useState } from 'react'
import { useSay, type Say } from '../../../ui/say.tsx'
import { KeepingListShape } from '../../../wire/office/retention-answers.ts'
import { FoundShape } from '../../../wire/office/search.ts'
import { useAsked } from '../asking/use-asked.ts'
import { Day } from '../figures/when.tsx'
import { Listing, type Column } from '../page/listing.tsx'
import { Held, Page } from '../page/page.tsx'
import { HolderLink } from './holder-link.tsx'
import { KEEPING_PATH, KEEPING_STREAMS, type ListedKeeping } from './keeping-asked.ts'
import './keeping.css'

/** Holds and retention: reviews that are due, what waits for a second person, what may be forgotten, and what is held. */
export function KeepingPage() {
  const say = useSay()
  const asked = useAsked({ path: KEEPING_PATH, streams: [...KEEPING_STREAMS, 'site/', 'plan/', 'source/'] }, KeepingListShape)
  return (
    <Page title={say('place.keeping')}>
      <p className="hint">{say('keeping.for')}</p>
      <FindFile />
      <Held asked={asked} what={say('keeping.reading')}>{(list) => <Lists list={list} />}</Held>
    </Page>
  )
}

/** A file that is on none of the lists is found by its number or drawn name. */
function FindFile() {
  const say = useSay()
  const [words, setWords] = useState('')
  const sought = words.trim()
  const asked = useAsked({ path: sought === '' ? null : `/api/search?q=${encodeURIComponent(sought)}`, streams: [] }, FoundShape)
  const found = asked.answer && sought !== '' ? [
    ...asked.answer.sites.map(({ id, number }) => ({ holder: `site/${id}`, number })),
    ...asked.answer.plans.map(({ id, number }) => ({ holder: `plan/${id}`, number })),
    ...asked.answer.sources.map(({ id, codeName }) => ({ holder: `source/${id}`, number: codeName })),
  ] : []
  return (
    <div role="search">
      <label className="list-search">
        <span className="label">{say('keeping.find')}</span>
        <input type="search" autoComplete="off" value={words} onChange={({ target }) => setWords(target.value)} />
      </label>
      {asked.answer && sought !== '' && found.length === 0 && <p role="status">{say('search.nothing')}</p>}
      <ul className="entries">{found.map(({ holder, number }) => <li key={holder}><HolderLink holder={holder} number={number} /></li>)}</ul>
    </div>
  )
}

type Line = Pick<ListedKeeping['due'][number], 'holder' | 'number'>

const what = <Row extends Line>(say: Say): Column<Row> => ({ id: 'what', head: say('keeping.what'), cell: ({ holder, number }) => <HolderLink holder={holder} number={number} /> })

function Lists({ list: { due, asked, mayBeForgotten, holds, names } }: { readonly list: ListedKeeping }) {
  const say = useSay()
  const nameOf = (id: string): string => names[id] ?? id
  return (
    <>
      <h2>{say('keeping.waiting')}</h2>
      <Listing caption={say('keeping.waiting')} none={say('keeping.none-waiting')} rows={asked} rowKey={({ holder }) => holder} columns={[
        what<ListedKeeping['asked'][number]>(say),
        { id: 'who', head: say('keeping.who'), cell: ({ by }) => nameOf(by) },
        { id: 'ground', head: say('keeping.ground'), cell: ({ ground }) => say(`forgetting-ground.${ground}`) },
        { id: 'lapses', head: say('keeping.lapses'), cell: ({ lapsesAt }) => <Day at={lapsesAt} /> },
      ]} />
      <h2>{say('keeping.due')}</h2>
      <Listing caption={say('keeping.due')} none={say('keeping.none-due')} rows={due} rowKey={({ holder }) => holder} columns={[
        what<ListedKeeping['due'][number]>(say),
        { id: 'by', head: say('keeping.review-by'), cell: ({ reviewBy, setBy }) => <><Day at={reviewBy} /> {setBy === 'policy' && <span className="hint">{say('keeping.by-policy')}</span>}</> },
      ]} />
      <h2>{say('keeping.released')}</h2>
      <Listing caption={say('keeping.released')} none={say('keeping.none-released')} rows={mayBeForgotten} rowKey={({ holder }) => holder} columns={[what(say)]} />
      <h2>{say('keeping.holds')}</h2>
      <Listing caption={say('keeping.holds')} none={say('keeping.none-held')} rows={holds} rowKey={({ holder, hold }) => `${holder} ${hold}`} columns={[
        what<ListedKeeping['holds'][number]>(say),
        { id: 'ground', head: say('keeping.ground'), cell: ({ ground, reference }) => <>{say(`hold-ground.${ground}`)} · <bdi dir="ltr">{reference}</bdi></> },
        { id: 'who', head: say('keeping.who'), cell: ({ by }) => nameOf(by) },
        { id: 'review', head: say('keeping.looked-at-again'), cell: ({ reviewBy }) => <Day at={reviewBy} /> },
      ]} />
    </>
  )
}
