import type { Criterion, Requirement } from '../../core/planning/criteria.ts'
import type { Met } from '../../core/planning/answer.ts'
import { disputed } from '../../core/planning/facts.ts'
import { PHASES } from '../../core/planning/requirements.ts'
import { Mark, type Standing } from '../../ui/mark.tsx'
import { useSay } from '../../ui/say.tsx'
import { useAssessed } from './assessed.ts'
import { useLacks } from './lacks.tsx'
import { RestsOn } from './rests-on.tsx'

const MARK = { yes: 'holds', partly: 'partly', no: 'fails', unknown: 'unknown', 'not-applicable': 'not-applicable' } as const satisfies Record<Met, Standing>

/** Every criterion of a smart raid with what it asks, how that is met, and what it rests on or lacks. */
export function Criteria({ criteria }: { readonly criteria: readonly Criterion[] }) {
  const say = useSay()
  return PHASES.map((phase) => (
    <section key={phase} className="phase" aria-labelledby={`phase-${phase}`}>
      <h3 id={`phase-${phase}`}>{say(`phase.${phase}`)}</h3>
      {criteria.filter((criterion) => criterion.phase === phase).map((criterion) => <CriterionRows key={criterion.id} criterion={criterion} />)}
    </section>
  ))
}

function CriterionRows({ criterion: { id, finding, requirements, unknown } }: { readonly criterion: Criterion }) {
  const say = useSay()
  return (
    <div className="criterion">
      <h4>
        {say(`criterion.${id}`)}
        <span className="criterion-finding">
          <Mark of={finding} /> {say(`finding.${finding}`)}
          {unknown > 0 && finding !== 'unknown' && <span className="state"> {say('count.unknown', { count: unknown })}</span>}
        </span>
      </h4>
      <ul className="requirements">
        {requirements.map((requirement) => <RequirementRow key={requirement.id} requirement={requirement} />)}
      </ul>
    </div>
  )
}

function RequirementRow({ requirement }: { readonly requirement: Requirement }) {
  const { id, met, restsOn } = requirement
  const say = useSay()
  const lacks = useLacks()(requirement)
  const { operation } = useAssessed()
  const inDispute = operation.operation === 'past' && disputed(operation.facts).includes(id)
  return (
    <li className={`requirement met-${met}`}>
      <span className="met"><Mark of={MARK[met]} /> {say(`met.${met}`)}</span>
      <div>
        <p>{say(`requirement.${id}`)}</p>
        {inDispute && <p className="state">{say('criteria.disputed')}</p>}
        {met !== 'yes' && lacks.length > 0 && <ul className="lacks">{lacks.map((words, at) => <li key={at}>{words}</li>)}</ul>}
        <RestsOn ids={restsOn} />
      </div>
    </li>
  )
}
