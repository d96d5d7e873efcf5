import { HOLD_GROUNDS, LIFT_GROUNDS, type HoldGround, type LiftGround } from '../../../core/retention/grounds.ts'
import { useSay } from '../../../ui/say.tsx'
import { Day } from '../figures/when.tsx'
import { SelectField, TextField } from '../form/fields.tsx'
import { WhenField } from '../form/when-field.tsx'
import { KeepingActForm } from './act-form.tsx'
import { GroundField } from './ground.tsx'
import { HolderLink } from './holder-link.tsx'
import type { ShownKeeping } from './keeping-asked.ts'

/** What may not be forgotten, and on whose account: holds here, and those that reach here from a file or from somebody within it. */
export function Holds({ keeping }: { readonly keeping: ShownKeeping }) {
  const say = useSay()
  const { holds, holdsElsewhere } = keeping
  return (
    <section>
      <h2>{say('keeping.holds')}</h2>
      {holds.length + holdsElsewhere.length === 0 && <p>{say('keeping.no-holds')}</p>}
      <ul className="entries">
        {holds.map((hold) => <Hold key={hold.hold} hold={hold} />)}
        {holdsElsewhere.map(({ holder, ...hold }) => <Hold key={`${holder} ${hold.hold}`} hold={hold} on={holder} />)}
      </ul>
      <KeepingActForm keeping={keeping} form="place-hold" blank={{ ground: 'proceedings' as HoldGround, reference: '', reviewBy: '' }} write={(value) => ({ act: 'place-hold', ...value })}>
        {(draft) => (
          <>
            <GroundField {...draft.at('ground')} grounds={HOLD_GROUNDS} of="hold-ground" />
            <TextField label={say('keeping.reference')} hint={say('keeping.reference-hint')} direction="ltr" {...draft.at('reference')} />
            <WhenField label={say('keeping.hold-review')} exactly="to-the-minute" {...draft.at('reviewBy')} />
          </>
        )}
      </KeepingActForm>
      {holds.length > 0 && (
        <KeepingActForm keeping={keeping} form="lift-hold" blank={{ hold: holds[0]?.hold ?? '', ground: 'ground-has-ended' as LiftGround }} write={(value) => ({ act: 'lift-hold', ...value })}>
          {(draft) => (
            <>
              <SelectField label={say('keeping.which-hold')} {...draft.at('hold')} options={holds.map(({ hold, ground, reference }) => ({ value: hold, words: `${say(`hold-ground.${ground}`)} · ${reference}` }))} />
              <GroundField {...draft.at('ground')} grounds={LIFT_GROUNDS} of="lift-ground" />
            </>
          )}
        </KeepingActForm>
      )}
    </section>
  )
}

function Hold({ hold, on }: { readonly hold: ShownKeeping['holds'][number]; readonly on?: string }) {
  const say = useSay()
  return (
    <li>
      <strong>{say(`hold-ground.${hold.ground}`)}</strong> · <bdi dir="ltr">{hold.reference}</bdi> · {say('keeping.looked-at-again')} <Day at={hold.reviewBy} />
      {on && <> · {say('keeping.hold-on')} <HolderLink holder={on} /></>}
    </li>
  )
}
