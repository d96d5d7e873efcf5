import { useState } from 'react'
import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { Figure } from '../../../ui/figure.tsx'
import { Mark } from '../../../ui/mark.tsx'
import { useSay, type Say } from '../../../ui/say.tsx'
import { Refused } from '../asking/refused.tsx'
import { When } from '../figures/when.tsx'
import { Listing, type Column } from '../page/listing.tsx'
import { Page } from '../page/page.tsx'
import { Waiting } from '../page/waiting.tsx'
import { useMay } from '../session/use-may.ts'
import '../sites/sites.css'
import { RegisterSource } from './register-source.tsx'
import { useRegister, type RegisterAsked, type SourceLine } from './sources-asked.ts'

/** The register of sources: code names, kinds, and how often they were borne out. Who they are is opened on purpose, one by one. */
export function SourcesPage() {
  const say = useSay()
  const asked = useRegister()
  const mayRegister = useMay('register-source')
  const [adding, setAdding] = useState(false)
  const go = useNavigate()
  return (
    <Page title={say('place.sources')} acts={mayRegister && !adding && <Button onClick={() => setAdding(true)}>{say('source.add')}</Button>}>
      <p className="hint">{say('source.for')}</p>
      {adding && <RegisterSource onDone={() => setAdding(false)} />}
      {asked.refusal && <Refused refusal={asked.refusal} onAgain={asked.again} />}
      {asked.waiting && <Waiting what={say('source.reading')} />}
      {asked.rows && <Register asked={asked} rows={asked.rows} onOpen={({ id }) => void go({ to: '/sources/$source', params: { source: id } })} />}
    </Page>
  )
}

/** The lines of the register, narrowed to those that have every word somebody types. */
function Register({ asked, rows, onOpen }: { readonly asked: RegisterAsked; readonly rows: readonly SourceLine[]; readonly onOpen: (source: SourceLine) => void }) {
  const say = useSay()
  const [search, setSearch] = useState('')
  const words = search.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  const found = rows.filter(({ codeName, kind }) => words.every((word) => `${codeName ?? say('source.protected-one')} ${kind === null ? '' : say(`kind.${kind}`)}`.toLocaleLowerCase().includes(word)))
  return (
    <>
      {asked.count > 1 && (
        <label className="list-search" role="search">
          <span className="label">{say('source.search')}</span>
          <input id="page-search" type="search" autoComplete="off" value={search} onChange={({ target }) => setSearch(target.value)} />
        </label>
      )}
      <Listing caption={say('place.sources')} columns={columnsOf(say, asked.names)} rows={found} rowKey={({ id }) => id} onOpen={onOpen} none={say(words.length === 0 ? 'source.none' : asked.more ? 'source.none-found-yet' : 'source.none-found')} />
      <p className="list-more">
        <span className="hint" role="status">{say('site.shown', { shown: rows.length, count: Math.max(rows.length, asked.count) })}</span>
        {asked.more && <button type="button" onClick={asked.more}>{say('site.more')}</button>}
      </p>
    </>
  )
}

const FREE = { no: 'holds', yes: 'fails', unknown: 'unknown' } as const

const columnsOf = (say: Say, names: Readonly<Record<string, string>>): readonly Column<SourceLine>[] => [
  { id: 'name', head: say('source.code-name'), cell: ({ codeName }) => (codeName === null ? <span className="hint">{say('source.protected-one')}</span> : <strong><bdi>{codeName}</bdi></strong>) },
  { id: 'kind', head: say('report.kind'), cell: ({ kind }) => (kind === null ? null : say(`kind.${kind}`)) },
  { id: 'record', head: say('source.record'), holds: 'number', cell: ({ record, sight }) => (sight === 'veiled' ? null : record === null ? <span className="hint">{say('source.no-record')}</span> : <Figure>{record.hits} / {record.misses}</Figure>) },
  { id: 'free', head: say('source.under-control'), cell: ({ underControl }) => underControl && <><Mark of={FREE[underControl]} /> {say(`source.under-control-${underControl}`)}</> },
  { id: 'risk', head: say('source.risk'), cell: ({ risk }) => (risk === null ? null : risk === 'high' ? <strong className="warned">{say('source.risk-high')}</strong> : risk === 'unknown' ? <><Mark of="unknown" /> {say('source.risk-unknown')}</> : say(`source.risk-${risk}`)) },
  { id: 'handler', head: say('source.handler'), room: 'wide', cell: ({ handler }) => names[handler] ?? handler },
  { id: 'controller', head: say('source.controller'), room: 'wide', cell: ({ controller }) => names[controller] ?? controller },
  { id: 'last', head: say('site.last'), room: 'wide', cell: ({ lastAt }) => lastAt && <When at={lastAt} /> },
]
