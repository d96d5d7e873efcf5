import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import { useSay } from '../../../ui/say.tsx'
import { DueShape } from '../../../wire/office/due.ts'
import { SourceShown, type SourceAnswer } from '../../../wire/office/sources.ts'
import { ask } from '../asking/ask.ts'
import { useAsked } from '../asking/use-asked.ts'
import type { Refusal } from '../asking/refusal.ts'
import { Refused } from '../asking/refused.tsx'
import { When } from '../figures/when.tsx'
import { AskFirst } from '../page/ask-first.tsx'
import { SourceActs } from './source-acts.tsx'
import type { SourceRow } from './sources-asked.ts'

interface SourceOpenProps {
  readonly source: SourceRow
  readonly onAway: () => void
}

/**
 * One source with who they are: opened on purpose, after being told that it is logged, and forgotten when it is closed.
 *
 * What was read is held by this part of the page alone, not among the answers that other pages share.
 */
export function SourceOpen({ source: { id, codeName }, onAway }: SourceOpenProps) {
  const say = useSay()
  const [source, setSource] = useState<SourceAnswer | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const open = async (): Promise<void> => {
    const answered = await ask(`/api/sources/${id}`, SourceShown)
    if (answered.accepted) setSource(answered.value)
    setRefusal(answered.accepted ? null : answered.refusal)
  }
  if (source === null && refusal === null)
    return <AskFirst title={say('source.open-title', { name: codeName })} act={say('source.open')} onAct={() => void open()} onKeep={onAway}><p>{say('source.open-means')}</p></AskFirst>
  return (
    <section className="panel source-identity" aria-labelledby="source-open">
      <div className="panel-head"><h2 id="source-open"><bdi>{codeName}</bdi></h2><button type="button" onClick={onAway}>{say('source.close')}</button></div>
      {refusal && <Refused refusal={refusal} onAgain={() => void open()} />}
      {source && <><Who source={source} /><InCharge source={source} /><Record source={source} /><TasksOf source={source} /><SourceActs source={source} onDone={() => void open()} /></>}
    </section>
  )
}

function Who({ source: { identity, identityIs } }: { readonly source: SourceAnswer }) {
  const say = useSay()
  if (identity === null || identityIs === 'not-for-you') return <p className="none-yet">{say(`source.identity-${identityIs}`)}</p>
  return <p><strong><bdi>{identity.name}</bdi></strong> {identity.contact !== null && <bdi>{identity.contact}</bdi>} {identity.says !== null && <bdi>{identity.says}</bdi>}</p>
}

/** Who answers for them, and whether they can be asked to look. */
function InCharge({ source: { handler, controller, underControl, protected: safe, names } }: { readonly source: SourceAnswer }) {
  const say = useSay()
  const facts = [['source.handler', names[handler] ?? handler], ['source.controller', names[controller] ?? controller], ['source.under-control', say(`source.under-control-${underControl}`)], ['source.is-protected', say(`source.protected-${safe}`)]] as const
  return <dl className="facts">{facts.map(([id, value]) => <div key={id}><dt>{say(id)}</dt><dd><bdi>{value}</bdi></dd></div>)}</dl>
}

/** What they were asked to find out: where and by when, of what is still open. */
function TasksOf({ source: { tasks } }: { readonly source: SourceAnswer }) {
  const say = useSay()
  const open = useAsked({ path: tasks.length === 0 ? null : '/api/due?whose=all', streams: ['site/', 'plan/'] }, DueShape).answer?.tasks ?? []
  return (
    <>
      <h3>{say('source.tasks')}</h3>
      {tasks.length === 0 && <p className="none-yet">{say('source.no-task')}</p>}
      <ul className="lines">
        {tasks.map((task) => {
          const still = open.find((one) => one.task === task)
          return <li key={task}>{still ? <><Link to="/sites/$site" params={{ site: still.site }}>{say('source.task-at', { number: still.siteNumber })}</Link> {say('task.due-by')} <When at={still.due} /></> : <span className="hint">{say('source.task-no-more')}</span>}</li>
        })}
      </ul>
    </>
  )
}

/** Every contact, and what became of what they said. */
function Record({ source: { contacts, outcomes, names } }: { readonly source: SourceAnswer }) {
  const say = useSay()
  return (
    <>
      <h3>{say('source.contacts')}</h3>
      {contacts.length === 0 && <p className="none-yet">{say('source.no-contact')}</p>}
      <ul className="lines">{contacts.toReversed().map(({ at, with: whom, says }) => <li key={`${at} ${whom} ${says}`}><When at={at} /> {names[whom] ?? whom}: <bdi>{says}</bdi></li>)}</ul>
      <ul className="lines">{outcomes.map(({ report, outcome }) => <li key={report}><strong>{say(`source.outcome-${outcome}`)}</strong> <bdi dir="ltr">{report}</bdi></li>)}</ul>
    </>
  )
}
