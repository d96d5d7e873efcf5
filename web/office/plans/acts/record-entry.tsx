import { useSay } from '../../../../ui/say.tsx'
import { LongField } from '../../form/fields.tsx'
import { typedLocally } from '../../form/local-time.ts'
import { WhenField } from '../../form/when-field.tsx'
import type { ShownPlan } from '../plan-asked.ts'
import { ActForm } from './act-form.tsx'

/** Records that the door was opened: an observation, which nothing refuses. After it no authority lapses. */
export function RecordEntry({ plan, onDone }: { readonly plan: ShownPlan; readonly onDone: () => void }) {
  const say = useSay()
  return (
    <div className="act-panel">
      <ActForm plan={plan.id} form="entry" blank={{ at: '', says: '' }} act={say('plan-page.act-record-entry')} write={({ at, says }) => ({ act: 'record-entry', at: typedLocally(at), says })} onDone={onDone}>
        {(draft) => (
          <>
            <WhenField label={say('field.entered-at')} {...draft.at('at')} exactly="to-the-minute" />
            <LongField label={say('field.what-was-found')} hint={say('enter.no-names')} {...draft.at('says')} />
          </>
        )}
      </ActForm>
    </div>
  )
}
