import { useSay } from '../../../ui/say.tsx'
import { When } from '../figures/when.tsx'
import type { SourceActName } from './source-act-form.tsx'
import { SourceActs } from './source-acts.tsx'
import type { OfSource } from './source-open.tsx'

/** What may be recorded of somebody by how much of them one sees. */
const ABOUT: Readonly<Record<OfSource['source']['sight'], readonly SourceActName[]>> = {
  whole: ['identify', 'note-standing', 'give-charge', 'note-recruitment', 'note-authority'], handling: [], authority: ['give-charge'], outline: ['note-standing'], veiled: [],
}

/** Who they are, who answers for them, and whether they can be asked to look. */
export function SourceAbout({ source, onDone }: OfSource) {
  const say = useSay()
  const { names, handling, charges } = source
  const named = (id: string): string => names[id] ?? id
  const facts = [
    ['source.handler', named(source.handler)], ['source.controller', named(source.controller)],
    ['source.under-control', say(`source.under-control-${source.underControl ?? 'unknown'}`)], ['source.age', say(`source.age-${source.age ?? 'unknown'}`)],
    ...(source.age === 'adult' ? [] : [['source.kin', say(`source.kin-${source.kin ?? 'unknown'}`)] as const]),
    ['source.is-protected', say(`source.protected-${source.protected}`)], ['source.risk', say(`source.risk-${source.risk ?? 'unknown'}`)],
  ] as const
  return (
    <section className="panel">
      <Who source={source} />
      <dl className="facts">{facts.map(([id, value]) => <div key={id}><dt>{say(id)}</dt><dd><bdi>{value}</bdi></dd></div>)}</dl>
      <ul className="lines">
        {charges.slice(0, -1).map(({ handler, controller, from, until }) => <li key={`${from} ${handler}`}>{say('source.charge-before', { handler: named(handler), controller: named(controller) })} <When at={from} /> – <When at={until} /></li>)}
        {handling?.recruited.map(({ at, by, says, noted }) => <li key={noted.entry}>{say('source.recruited', { name: named(by) })} <When at={at} />: <bdi>{says}</bdi></li>)}
        {handling?.authorities.map(({ authority, knownThereAs, noted }) => <li key={noted.entry}><bdi>{authority}</bdi>: {say('source.known-there-as')} <bdi>{knownThereAs}</bdi></li>)}
      </ul>
      <SourceActs source={source} acts={ABOUT[source.sight]} onDone={onDone} />
    </section>
  )
}

function Who({ source: { identity, identityIs } }: Pick<OfSource, 'source'>) {
  const say = useSay()
  if (identity === null || identityIs === 'not-for-you') return <p className="none-yet">{say(`source.identity-${identityIs}`)}</p>
  const { name, goesBy, contact, says } = identity
  return <p><strong><bdi>{name}</bdi></strong> {goesBy !== null && <>({say('source.goes-by')} <bdi>{goesBy}</bdi>)</>} {contact !== null && <bdi>{contact}</bdi>} {says !== null && <bdi>{says}</bdi>}</p>
}
