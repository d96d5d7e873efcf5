import { Mark } from '../../../../ui/mark.tsx'
import { useSay } from '../../../../ui/say.tsx'
import { When } from '../../figures/when.tsx'
import type { ShownPlan } from '../plan-asked.ts'

/** What was decided about the plan, by whom, and whether that still holds. */
export function StandsNow({ plan }: { readonly plan: ShownPlan }) {
  const say = useSay()
  const { standing, authority, notActing, urgent, names } = plan
  const nameOf = (id: string): string => names[id] ?? id
  return (
    <div className="stands-now">
      <p><strong>{say(`standing.${standing}`)}</strong></p>
      {authority && (
        <p>
          <Mark of={holdsNow(plan)} />{' '}
          {say('plan-page.authorised-by', { who: nameOf(authority.noted.by), version: authority.plan })} <When at={authority.noted.occurredAt} />
          {authority.lapsed && <strong className="runs-out"> {authority.lapsed.says}</strong>}
          {standing === 'draft' && <strong className="runs-out"> {say('plan-page.changed-since')}</strong>}
        </p>
      )}
      {authority?.condition && standing !== 'draft' && <Condition condition={authority.condition} isEntered={standing === 'entered'} />}
      {notActing && (standing === 'refused' || standing === 'stood-down') && (
        <p>
          {say('plan-page.not-acting-by', { who: nameOf(notActing.noted.by) })} <When at={notActing.noted.occurredAt} /> <q><bdi>{notActing.because}</bdi></q>{' '}
          {say('plan-page.not-acting-owner', { who: nameOf(notActing.owner) })} <When at={notActing.reviewBy} />
        </p>
      )}
      {urgent && <p className="danger">{say(`basis.${urgent.basis}`)} · {nameOf(urgent.noted.by)} <When at={urgent.noted.occurredAt} /> <q><bdi>{urgent.reasons}</bdi></q></p>}
    </div>
  )
}

/** Leave that was given holds for the version it was given on, and for no later one. */
function holdsNow({ standing, authority }: ShownPlan): 'holds' | 'partly' | 'fails' | 'not-applicable' {
  if (standing === 'draft' || standing === 'refused' || standing === 'stood-down') return 'not-applicable'
  if (authority?.lapsed) return 'fails'
  return authority?.condition && authority.condition.met === null ? 'partly' : 'holds'
}

function Condition({ condition: { seenAfter, confirmedBy, met }, isEntered }: { readonly isEntered: boolean; readonly condition: NonNullable<NonNullable<ShownPlan['authority']>['condition']> }) {
  const say = useSay()
  if (isEntered && met === null) return <p className="danger"><Mark of="found" /> {say('condition.entered-unmet')}</p>
  return (
    <p className="condition">
      <Mark of={met === null ? 'partly' : 'holds'} /> <strong>{say(met === null ? 'condition.open' : 'condition.met')}</strong> {say('condition.kinds', { kind: confirmedBy.join(', ') })} {say('condition.seen-after')} <When at={seenAfter} />
    </p>
  )
}
