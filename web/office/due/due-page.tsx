import { useNavigate } from '@tanstack/react-router'
import { instant } from '../../../core/kernel/instant.ts'
import { useSay, type Say } from '../../../ui/say.tsx'
import { DueShape } from '../../../wire/office/due.ts'
import { useAsked } from '../asking/use-asked.ts'
import { useNow } from '../figures/use-now.ts'
import { zoneHere } from '../figures/when.tsx'
import { Listing, type Column } from '../page/listing.tsx'
import { Held, Page } from '../page/page.tsx'
import { useSession } from '../session/use-session.ts'
import { WhenHere } from '../sites/when-here.tsx'
import '../sites/sites.css'
import { byWhose, dueLines, type DueLine, type DueSent } from './due-lines.ts'

/** What somebody owes, by when: oneself first. */
export function DuePage() {
  const say = useSay()
  const asked = useAsked({ path: '/api/due?whose=all', streams: ['site/', 'plan/'] }, DueShape)
  const zone = zoneHere(useNow()).name
  return (
    <Page title={say('due.title')}>
      <p className="hint">{say('due.for')} {say('site.times-in', { zone })}</p>
      <Held asked={asked} what={say('due.reading')}>{(due) => <Due due={due} />}</Held>
    </Page>
  )
}

function Due({ due }: { readonly due: DueSent }) {
  const say = useSay()
  const go = useNavigate()
  const me = useSession().answer?.person?.id ?? null
  const { mine, others } = byWhose(dueLines(due), me)
  const open = ({ where }: DueLine): void => {
    if ('source' in where) return void go({ to: '/sources/$source', params: { source: where.source } })
    void (where.plan === undefined ? go({ to: '/sites/$site', params: { site: where.site } }) : go({ to: '/plans/$plan', params: { plan: where.plan } }))
  }
  const columns = columnsOf(say, due.names)
  return (
    <>
      <h2>{say('due.mine')}</h2>
      <Listing caption={say('due.mine')} columns={columns.filter(({ id }) => id !== 'who')} rows={mine} rowKey={({ key }) => key} onOpen={open} none={say('due.none')} />
      <h2>{say('due.others')}</h2>
      <Listing caption={say('due.others')} columns={columns} rows={others} rowKey={({ key }) => key} onOpen={open} none={say('due.none')} />
    </>
  )
}

const columnsOf = (say: Say, names: Readonly<Record<string, string>>): readonly Column<DueLine>[] => [
  { id: 'when', head: say('due.when'), cell: ({ due }) => <DueWhen due={due} /> },
  { id: 'what', head: say('due.what'), cell: ({ what, count }) => say(`due.${what}`, { count }) },
  { id: 'where', head: say('due.where'), cell: ({ where }) => ('source' in where ? say('place.sources') : <bdi dir="ltr">{where.planNumber === undefined ? where.siteNumber : `${where.siteNumber} · ${where.planNumber}`}</bdi>) },
  { id: 'who', head: say('due.who'), cell: ({ owner }) => (owner === null ? <strong className="runs-out">{say('due.nobody')}</strong> : (names[owner] ?? owner)) },
]

/** The day by which it is owed: amber, with a word of its own, once it has come. */
function DueWhen({ due }: { readonly due: string | null }) {
  const say = useSay()
  const now = useNow()
  if (due === null) return <strong className="runs-out">{say('due.no-day')}</strong>
  return instant(Date.parse(due)) <= now ? <strong className="runs-out"><WhenHere at={due} /> {say('task.overdue')}</strong> : <WhenHere at={due} />
}
