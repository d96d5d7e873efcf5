import { useNavigate, useParams } from '@tanstack/react-router'
import { PLAN_PARTS } from '../../../core/planning/plan-facts.ts'
import { useSay } from '../../../ui/say.tsx'
import { Showing } from '../../reading/assessed.ts'
import { usePaper, useUnfolded } from '../../reading/use-paper.ts'
import { NeedPanel } from '../need/need-panel.tsx'
import { Held, Page } from '../page/page.tsx'
import { useSession, type Colleague } from '../session/use-session.ts'
import { Acts } from './acts/acts.tsx'
import { UrgentTasks } from './acts/urgent-tasks.tsx'
import { CriteriaStrip } from './live/criteria-strip.tsx'
import { useLivePlan } from './live/live-plan.ts'
import { NextSteps } from './live/next-steps.tsx'
import { PlanConcerns } from './live/plan-concerns.tsx'
import { PlanHead } from './live/plan-head.tsx'
import { FoldAll, FoldingParts } from './parts/folding.tsx'
import { Part } from './parts/part.tsx'
import { NotForYou } from './not-for-you.tsx'
import { usePlan, type ShownPlan } from './plan-asked.ts'
import { PlanPlaces } from './plan-places.tsx'
import './plans.css'

/** One plan: what is known, how sure, until when, what it rests on, and what to do next. */
export function PlanPage() {
  const say = useSay()
  const { plan: id = '' } = useParams({ strict: false }) as { readonly plan?: string }
  const asked = usePlan(id)
  const person = useSession().answer?.person ?? null
  const title = asked.answer ? say('plan-page.title', { number: asked.answer.number }) : say('plan-page.kind')
  return (
    <Page title={title} kind={say('plan-page.kind')} acts={<PlanPlaces plan={id} at="plan" />}>
      <Held asked={asked} what={say('plan-page.reading')}>
        {(plan) => <OpenPlan plan={plan} person={person} />}
      </Held>
    </Page>
  )
}

function OpenPlan({ plan, person }: { readonly plan: ShownPlan; readonly person: Colleague | null }) {
  const say = useSay()
  const go = useNavigate()
  useUnfolded()
  usePaper(say('briefing.line', { marking: say('print.not-marked'), copy: '–', number: plan.number, version: plan.version }), say('print.page'), say('print.of'))
  const { assessed, unrecorded } = useLivePlan(plan)
  const mayWrite = person?.role === 'planner' ? 'yes' : 'no'
  if (!assessed) return <p className="danger" role="alert">{say('plan-page.unreadable')}</p>
  return (
    <Showing value={assessed}><FoldingParts>
      <PlanHead plan={plan} unrecorded={plan.siteWords === 'open' ? unrecorded.length : 0} />
      <NotForYou of={plan} />
      <CriteriaStrip onSite={() => void go({ to: '/sites/$site', params: { site: plan.site } })} />
      <div className="plan-columns">
        <div className="plan-next">
          <Acts plan={plan} person={person} unrecorded={unrecorded.length} />
          <UrgentTasks plan={plan} />
          <NextSteps plan={plan} />
          <PlanConcerns plan={plan} />
        </div>
        <div className="plan-parts">
          <div className="parts-head"><h2>{say('plan-page.parts')}</h2><FoldAll /></div>
          {PLAN_PARTS.map((part) => <Part key={part} plan={plan} part={part} mayWrite={mayWrite} />)}
        </div>
      </div>
      <NeedPanel file={`plan/${plan.id}`} />
    </FoldingParts></Showing>
  )
}
