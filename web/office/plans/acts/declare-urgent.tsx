import { URGENT_BASES } from '../../../../core/planning/operation.ts'
import { useSay } from '../../../../ui/say.tsx'
import { useAssessed } from '../../../reading/assessed.ts'
import { LongField } from '../../form/fields.tsx'
import { Pick, PickSeveral } from '../../form/pick.tsx'
import type { ShownPlan } from '../plan-asked.ts'
import { ActForm } from './act-form.tsx'

interface UrgentDraft {
  readonly basis: (typeof URGENT_BASES)[number]
  readonly reasons: string
  readonly restsOn: readonly string[]
}

const BLANK: UrgentDraft = { basis: 'danger-to-life', reasons: '', restsOn: [] }

/** A named human declares that people are in danger now. Nothing blocks it; it opens tasks with a clock, and a review by another unit. */
export function DeclareUrgent({ plan, onDone }: { readonly plan: ShownPlan; readonly onDone: () => void }) {
  const say = useSay()
  const { operation: { reports } } = useAssessed()
  const told = (reports === 'unknown' ? [] : reports).map(({ id, kind, says }) => ({ value: id, words: `${say(`kind.${kind}`)}: ${says}` }))
  return (
    <div className="act-panel act-panel-danger">
      <ActForm plan={plan.id} form="urgent" blank={BLANK} act={say('plan-page.act-declare-urgent')} write={(draft) => ({ act: 'declare-urgent', ...draft })} onDone={onDone}>
        {(draft) => (
          <>
            <p className="danger">{say('verdict.urgent-means')}</p>
            <Pick label={say('field.basis')} {...draft.at('basis')} options={URGENT_BASES.map((value) => ({ value, words: say(`basis.${value}`) }))} />
            <LongField label={say('field.reasons')} {...draft.at('reasons')} />
            {told.length > 0 && <PickSeveral label={say('enter.rests-on')} {...draft.at('restsOn')} options={told} />}
          </>
        )}
      </ActForm>
    </div>
  )
}
