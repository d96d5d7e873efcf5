import { SHOCK_KINDS, type ShockKind } from '../../../../core/intelligence/shock.ts'
import { newId } from '../../../../crypto/browser-id.ts'
import { useSay } from '../../../../ui/say.tsx'
import { LongField, NumberField, SelectField, TextField } from '../../form/fields.tsx'
import { typedLocally } from '../../form/local-time.ts'
import { WhenField } from '../../form/when-field.tsx'
import { useBoard } from '../board/on-board.ts'
import { ActForm } from './act-form.tsx'

interface Closing {
  readonly onDone: () => void
}

interface ShockDraft {
  readonly kind: ShockKind
  readonly at: string
  readonly says: string
}

/** Notes what may have warned those in control. */
export function ShockForm({ onDone }: Closing) {
  const say = useSay()
  const { board: { site } } = useBoard()
  return (
    <ActForm<ShockDraft> site={site.id} form="shock" blank={{ kind: 'leak', at: '', says: '' }} act={say('site.note-shock')} write={({ at, ...shock }) => ({ act: 'note-shock', ...shock, at: typedLocally(at) })} onDone={onDone}>
      {(draft) => (
        <>
          <SelectField label={say('site.shock-kind')} {...draft.at('kind')} options={SHOCK_KINDS.map((value) => ({ value, words: say(`shock.${value}`) }))} />
          <WhenField label={say('site.shock-at')} exactly="to-the-minute" {...draft.at('at')} />
          <LongField label={say('site.shock-says')} rows={2} {...draft.at('says')} />
        </>
      )}
    </ActForm>
  )
}

/** Writes the strongest innocent explanation; the one before stays on file. */
export function AlternativeForm({ says, onDone }: Closing & { readonly says: string }) {
  const say = useSay()
  const { board: { site } } = useBoard()
  return (
    <ActForm site={site.id} form="alternative" blank={{ says }} act={say('site.write-alternative')} write={(draft) => ({ act: 'write-alternative', ...draft })} onDone={onDone}>
      {(draft) => <LongField label={say('site.alternative-says')} hint={say('site.alternative-hint')} {...draft.at('says')} />}
    </ActForm>
  )
}

interface RoomDraft {
  readonly name: string
  readonly floor: string
  readonly says: string
}

/** Notes a room, as somebody described it. */
export function RoomForm({ onDone }: Closing) {
  const say = useSay()
  const { board: { site } } = useBoard()
  return (
    <ActForm<RoomDraft> site={site.id} form="room" blank={{ name: '', floor: '', says: '' }} act={say('site.note-room')} write={(room) => ({ act: 'note-room', room: { id: `room-${newId()}`, ...room } })} onDone={onDone}>
      {(draft) => (
        <>
          <div className="fields">
            <TextField label={say('site.room-name')} {...draft.at('name')} place="room.name" />
            <TextField label={say('site.room-floor')} {...draft.at('floor')} place="room.floor" />
          </div>
          <LongField label={say('site.room-says')} hint={say('site.room-hint')} rows={2} {...draft.at('says')} place="room.says" />
        </>
      )}
    </ActForm>
  )
}

interface PlaceDraft {
  readonly name: string
  readonly whereabouts: string
  readonly latitude: string
  readonly longitude: string
  readonly mapSays: string
}

/** Says again where a place is and what it is called. What is left blank stays as it was. */
export function DescribeForm({ onDone }: Closing) {
  const say = useSay()
  const { board: { site } } = useBoard()
  const blank: PlaceDraft = { name: site.name, whereabouts: site.whereabouts, latitude: site.map ? String(site.map.latitude) : '', longitude: site.map ? String(site.map.longitude) : '', mapSays: site.map?.says ?? '' }
  return (
    <ActForm<PlaceDraft> site={site.id} form="describe" blank={blank} act={say('site.describe-record')} write={describing} onDone={onDone}>
      {(draft) => (
        <>
          <TextField label={say('site.name')} hint={say('site.name-hint')} {...draft.at('name')} />
          <LongField label={say('site.whereabouts')} rows={2} {...draft.at('whereabouts')} />
          <div className="fields">
            <NumberField label={say('site.latitude')} {...draft.at('latitude')} place="map.latitude" />
            <NumberField label={say('site.longitude')} {...draft.at('longitude')} place="map.longitude" />
            <TextField label={say('site.map-says')} hint={say('site.map-hint')} {...draft.at('mapSays')} place="map.says" />
          </div>
        </>
      )}
    </ActForm>
  )
}

function describing({ name, whereabouts, latitude, longitude, mapSays }: PlaceDraft) {
  const mapped = [latitude, longitude, mapSays].some((text) => text.trim() !== '')
  return {
    act: 'describe' as const,
    ...(name.trim() !== '' && { name }),
    ...(whereabouts.trim() !== '' && { whereabouts }),
    ...(mapped && { map: { latitude: asNumber(latitude), longitude: asNumber(longitude), says: mapSays } }),
  }
}

/** What is no number is sent as it was typed, so that the refusal says what was expected at its place. */
const asNumber = (typed: string): number | string => (typed.trim() === '' || Number.isNaN(Number(typed)) ? typed : Number(typed))
