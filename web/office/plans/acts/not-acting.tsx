import { useSay } from '../../../../ui/say.tsx'
import { ColleagueField } from '../../colleagues/colleague-field.tsx'
import { LongField } from '../../form/fields.tsx'
import { typedLocally } from '../../form/local-time.ts'
import { WhenField } from '../../form/when-field.tsx'
import type { Colleague } from '../../session/use-session.ts'
import type { ShownPlan } from '../plan-asked.ts'
import { ActForm } from './act-form.tsx'

interface NotActingFormProps {
  readonly act: 'refuse' | 'stand-down'
  readonly plan: ShownPlan
  readonly person: Colleague | null
  readonly onDone: () => void
}

/** Not going ahead is a decision too: it keeps an owner, a reason and a day on which somebody looks again. */
export function NotActingForm({ act, plan, person, onDone }: NotActingFormProps) {
  const say = useSay()
  const blank = { because: '', owner: person?.id ?? '', reviewBy: '' }
  return (
    <div className="act-panel">
      <ActForm
        plan={plan.id}
        form={act}
        blank={blank}
        act={say(`plan-page.act-${act}`)}
        write={({ reviewBy, ...said }) => ({ act, ...said, reviewBy: typedLocally(reviewBy) })}
        {...(act === 'refuse' && { version: plan.latest })}
        onDone={onDone}
      >
        {(draft) => (
          <>
            <p className="hint">{say(`plan-page.hint-${act}`)}</p>
            <LongField label={say('field.reason')} {...draft.at('because')} />
            <ColleagueField label={say('field.answers-for-it')} {...draft.at('owner')} />
            <WhenField label={say('field.reviewBy')} {...draft.at('reviewBy')} exactly="to-the-minute" />
          </>
        )}
      </ActForm>
    </div>
  )
}
