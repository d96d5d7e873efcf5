import type { Say } from '../../../../ui/say.tsx'
import type { Column } from '../../page/listing.tsx'
import type { SiteRow } from '../sites-asked.ts'
import { WhenHere } from '../when-here.tsx'
import { GateMarks, PlansOf, Reckoned, ValidityClock } from './reckoned.tsx'

/** What stands in a row of all sites: what is known, how sure, until when, what it rests on, and what is owed. */
export const siteColumns = (say: Say): readonly Column<SiteRow>[] => [
  { id: 'number', head: say('site.number'), cell: ({ number, venue, jurisdiction }) => <SiteName number={number} venue={say(`venue.${venue}`)} jurisdiction={jurisdiction} /> },
  { id: 'known', head: say('site.are-they-there'), cell: ({ reckoning }) => <Reckoned reckoning={reckoning} /> },
  { id: 'until', head: say('site.until'), cell: ({ reckoning }) => <ValidityClock reckoning={reckoning} /> },
  { id: 'gates', head: say('site.gates'), room: 'wide', cell: ({ reckoning }) => <GateMarks gates={reckoning?.gates ?? []} /> },
  { id: 'reports', head: say('site.reports'), holds: 'number', cell: ({ reports }) => reports },
  { id: 'leads', head: say('site.leads-due'), holds: 'number', cell: ({ leadsDue }) => <Owed count={leadsDue} words={say('site.leads-due-count', { count: leadsDue })} /> },
  { id: 'tasks', head: say('site.tasks'), holds: 'number', cell: ({ openTasks }) => openTasks },
  { id: 'plans', head: say('site.plans'), cell: ({ plans }) => <PlansOf plans={plans} /> },
  { id: 'last', head: say('site.last'), room: 'wide', cell: ({ lastAt }) => <WhenHere at={lastAt} /> },
]

const SiteName = ({ number, venue, jurisdiction }: { readonly number: string; readonly venue: string; readonly jurisdiction: string }) => (
  <span className="site-name">
    <strong><bdi dir="ltr">{number}</bdi></strong> <span className="hint">{venue} · <bdi dir="ltr">{jurisdiction}</bdi></span>
  </span>
)

/** What somebody owes an answer to is amber with its word; nothing owed is a plain zero. */
const Owed = ({ count, words }: { readonly count: number; readonly words: string }) => (count === 0 ? <>{count}</> : <strong className="runs-out">{words}</strong>)
