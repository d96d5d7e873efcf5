import { KEEP_GROUNDS, RELEASE_GROUNDS, REVIEW_GROUNDS, type KeepGround, type ReleaseGround, type ReviewGround } from '../../../core/retention/grounds.ts'
import { useSay } from '../../../ui/say.tsx'
import { Day } from '../figures/when.tsx'
import { WhenField } from '../form/when-field.tsx'
import { KeepingActForm } from './act-form.tsx'
import { GroundField } from './ground.tsx'
import type { ShownKeeping } from './keeping-asked.ts'

/** By when somebody looks again whether this is kept, who set that day, and what the last review found. */
export function Review({ keeping }: { readonly keeping: ShownKeeping }) {
  const say = useSay()
  const { reviewBy, reviewSetBy, lastReview, policy } = keeping
  return (
    <section>
      <h2>{say('keeping.review')}</h2>
      {reviewBy === null ? <p>{say('keeping.may-be-forgotten')}</p> : <p>{say('keeping.review-by')} <strong><Day at={reviewBy} /></strong> {reviewSetBy === 'policy' && say('keeping.by-policy')}</p>}
      {lastReview && <p>{say('keeping.last-review')} {say(`${lastReview.outcome === 'keep' ? 'keep-ground' : 'release-ground'}.${lastReview.ground}`)}</p>}
      <p className="hint">{say('keeping.review-policy', { years: policy.reviewWithinYears })} <bdi>{policy.source}</bdi> · {say(`keeping.sureness-${policy.sureness}`)}</p>
      <KeepingActForm keeping={keeping} form="set-review" blank={{ reviewBy: '', ground: 'unit-decision' as ReviewGround }} write={(value) => ({ act: 'set-review', ...value })}>
        {(draft) => <><WhenField label={say('keeping.review-day')} exactly="to-the-minute" {...draft.at('reviewBy')} /><GroundField {...draft.at('ground')} grounds={REVIEW_GROUNDS} of="review-ground" /></>}
      </KeepingActForm>
      <KeepingActForm keeping={keeping} form="keep" blank={{ reviewBy: '', ground: 'still-needed-for-its-purpose' as KeepGround }} write={(value) => ({ act: 'keep', ...value })}>
        {(draft) => <><WhenField label={say('keeping.keep-until')} exactly="to-the-minute" {...draft.at('reviewBy')} /><GroundField {...draft.at('ground')} grounds={KEEP_GROUNDS} of="keep-ground" /></>}
      </KeepingActForm>
      <KeepingActForm keeping={keeping} form="release" blank={{ ground: 'purpose-has-ended' as ReleaseGround }} write={(value) => ({ act: 'release', ...value })}>
        {(draft) => <><p className="hint">{say('keeping.release-hint')}</p><GroundField {...draft.at('ground')} grounds={RELEASE_GROUNDS} of="release-ground" /></>}
      </KeepingActForm>
    </section>
  )
}
