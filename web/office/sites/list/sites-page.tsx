import { useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { Button } from '@mantine/core'
import { useSay } from '../../../../ui/say.tsx'
import { SITE_ORDERS, type SiteOrder } from '../../../../wire/office/listing.ts'
import { Refused } from '../../asking/refused.tsx'
import { useNow } from '../../figures/use-now.ts'
import { zoneHere } from '../../figures/when.tsx'
import { SelectField } from '../../form/fields.tsx'
import { Listing } from '../../page/listing.tsx'
import { Page } from '../../page/page.tsx'
import { Waiting } from '../../page/waiting.tsx'
import { useMay } from '../../session/use-may.ts'
import '../sites.css'
import { useSites } from '../sites-asked.ts'
import { siteColumns } from './columns.tsx'
import { OpenSite } from './open-site.tsx'

/** All sites in one dense table: what is known of each, how sure, until when, and what is owed there. */
export function SitesPage() {
  const say = useSay()
  const go = useNavigate()
  const [search, setSearch] = useState('')
  const [sort, setSort] = useState<SiteOrder>('changed')
  const [opening, setOpening] = useState(false)
  const mayOpen = useMay('open-site')
  const asked = useSites(search, sort)
  const zone = zoneHere(useNow()).name
  const open = (id: string): void => void go({ to: '/sites/$site', params: { site: id } })
  return (
    <Page title={say('site.sites')} acts={mayOpen && !opening && <Button onClick={() => setOpening(true)}>{say('site.open')}</Button>}>
      {opening && <OpenSite onOpened={open} onAway={() => setOpening(false)} />}
      <div className="list-asks" role="search" aria-label={say('site.search')}>
        <label className="list-search">
          <span className="label">{say('site.search')}</span>
          <input id="page-search" type="search" autoComplete="off" value={search} placeholder={say('site.search-what')} onChange={({ target }) => setSearch(target.value)} />
        </label>
        <SelectField label={say('site.sort')} value={sort} onChange={setSort} options={SITE_ORDERS.map((one) => ({ value: one, words: say(`site.sort-${one}`) }))} />
      </div>
      <p className="hint">{say('site.times-in', { zone: zone })}</p>
      {asked.refusal && <Refused refusal={asked.refusal} onAgain={asked.again} />}
      {asked.waiting && <Waiting what={say('site.reading-sites')} />}
      {asked.rows && <Listing caption={say('site.sites-caption', { count: asked.count })} columns={siteColumns(say)} rows={asked.rows} rowKey={({ id }) => id} onOpen={({ id }) => open(id)} none={say(search.trim() === '' ? 'site.none' : 'site.none-found')} />}
      {asked.rows && <More shown={asked.rows.length} count={asked.count} onMore={asked.more} waiting={asked.waitingForMore} />}
    </Page>
  )
}

/** How many of how many are shown, and the way to the rest. */
function More({ shown, count, onMore, waiting }: { readonly shown: number; readonly count: number; readonly onMore: (() => void) | null; readonly waiting: boolean }) {
  const say = useSay()
  return (
    <p className="list-more">
      <span className="hint" role="status">{say('site.shown', { shown, count: Math.max(shown, count) })}</span>
      {onMore && <button type="button" aria-disabled={waiting} onClick={() => !waiting && onMore()}>{say('site.more')}</button>}
    </p>
  )
}
