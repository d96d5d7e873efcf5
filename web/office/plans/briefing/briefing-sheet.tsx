import type { ReactNode } from 'react'
import type { PlannedOperation } from '../../../../core/planning/operation.ts'
import { isoOf } from '../../../../core/kernel/instant.ts'
import { Mark } from '../../../../ui/mark.tsx'
import { useSay } from '../../../../ui/say.tsx'
import { useAssessed } from '../../../reading/assessed.ts'
import { meaningOf, verdictMark, verdictWords } from '../../../reading/verdict.tsx'
import { HoursToEntry } from '../../figures/hours-to-entry.tsx'
import { Interval } from '../../figures/interval.tsx'
import { When } from '../../figures/when.tsx'
import { ConditionAsked } from '../acts/condition-asked.tsx'
import { StandsNow } from '../acts/stands-now.tsx'
import { SearchCard } from '../offences/offences.tsx'
import { ExpectedInAll } from '../shown/expected-in-all.tsx'
import { RiskLevel } from '../shown/risk-level.tsx'
import { NotForYou } from '../not-for-you.tsx'
import type { ShownPlan } from '../plan-asked.ts'
import { Brief, Lines } from './brief.tsx'

/** Everything a team must know before the door is opened, in the order in which it is read out. */
export function BriefingSheet({ plan, line }: { readonly plan: ShownPlan; readonly line: string }) {
  const { operation } = useAssessed()
  if (operation.operation !== 'plan') return null
  return (
    <article className="briefing">
      <p className="briefing-line">{line}</p>
      <Standing plan={plan} operation={operation} />
      <Purpose operation={operation} />
      <People operation={operation} />
      <Method operation={operation} />
      <Afterwards operation={operation} />
      <Otherwise operation={operation} />
    </article>
  )
}

interface Planned {
  readonly operation: PlannedOperation
}

function Standing({ plan, operation }: Planned & { readonly plan: ShownPlan }) {
  const say = useSay()
  const assessed = useAssessed()
  const { reading, asked, file } = assessed
  const known = asked && asked.answer.roots.length > 0 ? asked.answer : null
  const conditional = reading.read === 'raid' && reading.verdict !== 'smart' ? reading.conditional : null
  return (
    <Brief title={say('briefing.of', { number: plan.number, site: plan.siteNumber, venue: operation.site.venue })} first>
      <p className="briefing-hour"><HoursToEntry entry={String(file['at'])} /></p>
      <p className="briefing-verdict"><Mark of={verdictMark(assessed)} /> <strong>{say(verdictWords(assessed))}</strong> {say(meaningOf(assessed))}</p>
      <p>{say('certainty.title-plan')} <Interval of={known} asOf={plan.knownAt} /> {known?.validUntil && <>{say('certainty.until')} <When at={known.validUntil} /></>}</p>
      <NotForYou of={plan} />
      <StandsNow plan={plan} />
      {conditional && plan.authority === null && <ConditionAsked conditional={conditional} />}
    </Brief>
  )
}

function Purpose({ operation }: Planned) {
  const say = useSay()
  const { goal, offences } = operation
  return (
    <>
      <Brief title={say('part.goal')}>
        {goal === 'unknown' ? <p><Mark of="unknown" /> {say('plan-page.not-said')}</p> : <p><strong>{say(`goal.${goal.declared}`)}</strong> <bdi>{goal.says}</bdi> · {say('field.powerOfEntry')}: <bdi>{goal.powerOfEntry}</bdi></p>}
      </Brief>
      {offences !== 'unknown' && offences.map((chosen) => <SearchCard key={chosen.id} chosen={chosen} level={2} />)}
    </>
  )
}

function People({ operation: { expected, plan: { safety, expectations, interviews } } }: Planned) {
  const say = useSay()
  const childrensRisks = safety.risks.filter(({ who }) => who === 'children')
  return (
    <>
      <Brief title={say('part.expected')}>
        <ExpectedInAll content={expected} />
        <Lines of={expected} line={({ sex, age, low, high }) => <>{say(`age-group.${age}`)}, {say(`sex.${sex}`)}: {low}–{high}</>} />
      </Brief>
      <Brief title={say('briefing.children-first')} rule={say('briefing.children-first-rule')}>
        <Lines of={childrensRisks} line={({ harm, response, owner }) => <>{harm}. <strong>{response}</strong> ({owner})</>} />
        <Lines of={interviews.interviewers.filter((one) => one.interviews === 'children')} line={({ name }) => <>{say('briefing.hears-children')}: {name}</>} />
      </Brief>
      <Brief title={say('part.expectations')} rule={say('briefing.expect')}>
        <Lines of={[...new Set(expectations.briefings.flatMap(({ prepares }) => prepares))].map((id) => ({ id }))} line={({ id }) => say(`expectation.${id}`)} />
      </Brief>
    </>
  )
}

function Method({ operation: { rung, plan: { authority, segregation, safety, suspects, evidence, media } } }: Planned) {
  const say = useSay()
  return (
    <>
      <Brief title={say('briefing.teams')}>
        <p>{say(`rung.${rung}`)}</p>
        <Lines of={authority.team} line={({ name, organisation, task }) => <>{name} · {say(`organisation.${organisation}`)} · {say(`team-task.${task}`)}</>} />
      </Brief>
      <Brief title={say('part.segregation')} rule={say('briefing.separate-rule')}>
        <Lines of={[...segregation.zones, ...segregation.vehicles]} line={(one) => <>{say(`kept-for.${one.for}`)}: {one.name}</>} />
        <Lines of={segregation.separators} line={({ name }) => <>{say('list.segregation.separators')}: {name}</>} />
        <Lines of={segregation.hiddenControllers} line={({ sign, watchedBy }) => <>{say('briefing.watch-for')} {sign} ({watchedBy})</>} />
      </Brief>
      <Brief title={say('part.safety')}>
        <Lines of={safety.risks} line={({ who, harm, response, owner, severity, likelihood }) => <><strong>{say(`who.${who}`)}</strong> <RiskLevel severity={severity} likelihood={likelihood} /> {harm}. {response} ({owner})</>} />
      </Brief>
      <Brief title={say('part.evidence')}>
        <Lines of={[...evidence.recorders, ...evidence.exhibitsOfficers, ...evidence.custody, ...evidence.prosecutors, ...suspects.rights, ...suspects.custodyPlaces]} line={({ name }) => name} />
        <p>{say('briefing.no-media')} <Named names={media.releaseOfficers.map(({ name }) => name)} /></p>
      </Brief>
    </>
  )
}

function Afterwards({ operation: { plan: { care, transition, interviews, identification } } }: Planned) {
  const say = useSay()
  return (
    <>
      <Brief title={say('briefing.care')}>
        <Lines of={care.places} line={({ name, sex, age, capacity, confirmedAt, confirmedBy }) => <><strong>{name}</strong> · {say(`age-group.${age}`)}, {say(`sex.${sex}`)} · {say('briefing.places', { count: capacity })} · {confirmedBy} <When at={isoOf(confirmedAt)} /></>} />
        <Lines of={[...care.transport, ...care.medical, ...care.advocates, ...care.guardians]} line={({ name }) => name} />
        <Lines of={transition.handovers} line={({ at, from, to, receivedBy }) => <><When at={isoOf(at)} />: {from} → {to} ({receivedBy})</>} />
      </Brief>
      <Brief title={say('part.identification')} rule={say('briefing.nobody-asked-here')}>
        <Lines of={identification.screening} line={({ tool, by }) => <>{tool} ({by})</>} />
        <Lines of={[...identification.deciders, ...interviews.places, ...interviews.interpreters]} line={({ name }) => name} />
      </Brief>
    </>
  )
}

function Otherwise({ operation: { plan: { contingency } } }: Planned) {
  const say = useSay()
  return (
    <Brief title={say('part.contingency')}>
      <Lines of={contingency.responses} line={({ event, response, owner }) => <><strong>{say(`event.${event}`)}</strong> {response} ({owner})</>} />
    </Brief>
  )
}

function Named({ names }: { readonly names: readonly string[] }): ReactNode {
  const say = useSay()
  return names.length === 0 ? <><Mark of="unknown" /> {say('plan-page.not-said')}</> : names.join(', ')
}
