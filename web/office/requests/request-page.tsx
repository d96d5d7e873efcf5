import { Link, useParams } from '@tanstack/react-router'
import { Mark } from '../../../ui/mark.tsx'
import { useSay } from '../../../ui/say.tsx'
import { RequestShown } from '../../../wire/office/requests.ts'
import { useAsked } from '../asking/use-asked.ts'
import { When } from '../figures/when.tsx'
import { Held, Page } from '../page/page.tsx'
import '../sites/sites.css'
import { Holdings } from './holdings.tsx'
import { RequestActs } from './request-acts.tsx'
import { Recorded } from './recorded.tsx'
import { REQUESTS_PATH, referenceOf, type RequestRead } from './requests-asked.ts'

/** One request: its clock, what protects the person, what they ask, and what came of it. */
export function RequestPage() {
  const say = useSay()
  const { request: id = '' } = useParams({ strict: false }) as { readonly request?: string }
  const asked = useAsked({ path: `${REQUESTS_PATH}/${id}`, streams: [`request/${id}`] }, RequestShown)
  return (
    <Page title={`${say('request.kind')} ${referenceOf(id)}`} kind={say('request.kind')} known={asked.answer && <Clock request={asked.answer} />}>
      <Held asked={asked} what={say('request.reading-one')}>
        {(request) => (
          <>
            <Concerns request={request} />
            <Protects request={request} />
            <Asked request={request} />
            <Recorded request={request} />
            {request.paper && <p><Link to="/requests/$request/answer" params={{ request: id }}>{say('request.paper')}</Link></p>}
            <Holdings key={request.version} id={id} />
            <RequestActs request={request} />
          </>
        )}
      </Held>
    </Page>
  )
}

/** By when they are answered, where that day comes from, and how sure it is. */
function Clock({ request: { clock, extended, told, closed } }: { readonly request: RequestRead }) {
  const say = useSay()
  if (told.length > 0 || closed !== null) return <>{say(closed === null ? 'request.standing-told' : 'request.standing-closed')}</>
  return (
    <>
      {say('request.due')}: <strong><When at={clock.due} /></strong> {extended && say('request.due-extended')}{' '}
      <span className="hint">{say(`regime.${clock.regime}`)}. {say('request.term-from', { source: (extended ? clock.extension : clock.term).source, sureness: (extended ? clock.extension : clock.term).sureness })}</span>
    </>
  )
}

function Concerns({ request: { concerns, withheld } }: { readonly request: RequestRead }) {
  const say = useSay()
  if (concerns.length === 0 && withheld === 0) return null
  return (
    <section className="panel" aria-labelledby="request-concerns">
      <h2 id="request-concerns">{say('request.concerns')}</h2>
      <ul className="lines">
        {concerns.map(({ code }) => <li key={code}><Mark of="fails" /> {say(`concern.${code}`)}</li>)}
        {withheld > 0 && <li><Mark of="unknown" /> {say('request.withheld', { count: withheld })}</li>}
      </ul>
    </section>
  )
}

/** What protects this person, whatever else they stand in the files as. */
function Protects({ request: { safeguards, asked } }: { readonly request: RequestRead }) {
  const say = useSay()
  return (
    <section className="panel" aria-labelledby="request-safeguards">
      <h2 id="request-safeguards">{say('request.safeguards')}</h2>
      <ul className="lines">{safeguards.map((one) => <li key={one}><Mark of="holds" /> {say(`safeguard.${one}`)}</li>)}</ul>
      {asked.standsAs.some((category) => category === 'suspect' || category === 'convicted') && <p className="hint">{say('request.safeguards-hint')}</p>}
    </section>
  )
}

function Asked({ request: { asked, whoAsks } }: { readonly request: RequestRead }) {
  const say = useSay()
  const facts = [
    ['wants', say(`wants.${asked.wants}`)], ['through', say(`through.${asked.through}`)], ['language', asked.language], ['stands-as', asked.standsAs.map((category) => say(`report.person.${category}`)).join(', ')],
    ['identity', say(`identity-check.${whoAsks.identity}`)], ['mandate', say(`request.mandate-${whoAsks.mandate}`)], ['go-between', say(`request.go-between-${whoAsks.goBetweenIs}`)],
    ['channel', say(`channel.${asked.channel}`)], ['channel-says', asked.channelSays],
  ] as const
  return (
    <section className="panel" aria-labelledby="request-asked">
      <h2 id="request-asked">{say('request.asked')}</h2>
      <p><bdi lang={asked.language}>{asked.says}</bdi></p>
      <dl className="facts">
        <div><dt>{say('request.received-at')}</dt><dd><When at={asked.receivedAt} /></dd></div>
        {facts.map(([id, value]) => <div key={id}><dt>{say(`request.${id}`)}</dt><dd><bdi>{value || say('office.unknown')}</bdi></dd></div>)}
      </dl>
    </section>
  )
}
