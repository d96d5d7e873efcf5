import { PERMITTED_ACTIONS, SHARING_LABELS } from '../../../core/intelligence/handling.ts'
import { ASKED_ACTS, mayBeAsked, mayHoldContent, SHARE_CONTENTS } from '../../../core/sharing/receiving.ts'
import { SHARE_AUDIENCES } from '../../../core/sharing/share-facts.ts'
import { useSay } from '../../../ui/say.tsx'
import { SelectField } from '../form/fields.tsx'
import { PickSeveral } from '../form/pick.tsx'
import type { Draft } from '../form/use-draft.ts'
import type { PrepareDraft } from './prepare-draft.ts'
import type { Receivers } from './shares-asked.ts'

/** To whom it goes, as what, and what they are asked; only what an organisation of this kind may hold and be asked is offered. */
export function ToWhom({ draft, receivers: { organisations } }: { readonly draft: Draft<PrepareDraft>; readonly receivers: Receivers }) {
  const say = useSay()
  const to = organisations.find(({ id }) => id === draft.value.organisation)
  const nobody = { value: '', words: say('sharing.nobody-yet') }
  const contents = SHARE_CONTENTS.filter((content) => !to || mayHoldContent(to.kind, content, []))
  const acts = ASKED_ACTS.filter((act) => !to || mayBeAsked(to.kind, act))
  return (
    <>
      <div className="fields">
        <SelectField label={say('sharing.to')} {...draft.at('organisation')} place="to.organisation" options={[nobody, ...organisations.map(({ id, name }) => ({ value: id, words: name }))]} />
        <SelectField label={say('sharing.audience')} {...draft.at('audience')} place="to.audience" options={SHARE_AUDIENCES.map((value) => ({ value, words: say(`sharing.audience-${value}`) }))} />
        <SelectField label={say('sharing.content')} {...draft.at('content')} options={contents.map((value) => ({ value, words: say(`sharing.content-${value}`) }))} />
        <SelectField label={say('sharing.asks')} {...draft.at('asks')} options={acts.map((value) => ({ value, words: say(`sharing.asks-${value}`) }))} />
        <SelectField label={say('sharing.marking')} {...draft.at('sharing')} place="marking.sharing" options={SHARING_LABELS.map((value) => ({ value, words: value }))} />
        <SelectField label={say('sharing.marking-action')} {...draft.at('action')} place="marking.action" options={PERMITTED_ACTIONS.map((value) => ({ value, words: value }))} />
      </div>
      {draft.value.audience === 'named-recipients' && <PickSeveral label={say('sharing.named')} {...draft.at('named')} place="to.named" options={(to?.people ?? []).map(({ id, name }) => ({ value: id, words: name }))} />}
    </>
  )
}
