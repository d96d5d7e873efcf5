import { Link, useParams } from '@tanstack/react-router'
import { PLAN_PARTS } from '../../../../core/planning/plan-facts.ts'
import { useSay } from '../../../../ui/say.tsx'
import { NO_HANDLES, Showing } from '../../../reading/assessed.ts'
import { HoursToEntry } from '../../figures/hours-to-entry.tsx'
import { Held, Page } from '../../page/page.tsx'
import { useUnitPolicy } from '../../policy/unit-policy.ts'
import { PlanHead } from '../live/plan-head.tsx'
import { FoldAll, FoldingParts } from '../parts/folding.tsx'
import { Part } from '../parts/part.tsx'
import { NotForYou } from '../not-for-you.tsx'
import { usePlan, type ShownPlan } from '../plan-asked.ts'
import { readPlan } from '../read-plan.ts'
import '../plans.css'

/** A plan as it stood at one version: it is read and not written. */
export function VersionPage() {
  const say = useSay()
  const { plan: id = '', version = '' } = useParams({ strict: false }) as { readonly plan?: string; readonly version?: string }
  const asked = usePlan(id, Number(version))
  return (
    <Page
      title={say('versions.one', { version, number: asked.answer?.number ?? '' })}
      kind={say('versions.kind')}
      known={asked.answer && <HoursToEntry entry={String(asked.answer.operation['at'])} />}
      acts={<Link to="/plans/$plan/versions" params={{ plan: id }}>{say('versions.kind')}</Link>}
    >
      <Held asked={asked} what={say('plan-page.reading')}>{(plan) => <AsItStood plan={plan} />}</Held>
    </Page>
  )
}

function AsItStood({ plan }: { readonly plan: ShownPlan }) {
  const say = useSay()
  const policy = useUnitPolicy()
  const assessed = readPlan(plan, { inForce: policy.at(plan.knownAt), handles: NO_HANDLES })
  if (!assessed) return <p className="danger" role="alert">{say('plan-page.unreadable')}</p>
  return (
    <Showing value={assessed}><FoldingParts>
      <PlanHead plan={plan} unrecorded={0} />
      <NotForYou of={plan} />
      <div className="plan-parts">
        <div className="parts-head"><h2>{say('plan-page.parts')}</h2><FoldAll /></div>
        {PLAN_PARTS.map((part) => <Part key={part} plan={plan} part={part} mayWrite="no" />)}
      </div>
    </FoldingParts></Showing>
  )
}
