import { FORGETTING_GROUNDS, type ForgettingGround } from '../../../core/retention/grounds.ts'
import type { ForgettingReach } from '../../../core/retention/keeping-facts.ts'
import { useSay } from '../../../ui/say.tsx'
import { When } from '../figures/when.tsx'
import { Pick } from '../form/pick.tsx'
import { KeepingActForm } from './act-form.tsx'
import { GroundField } from './ground.tsx'
import { HolderLink } from './holder-link.tsx'
import type { ShownKeeping } from './keeping-asked.ts'

interface ForgettingProps {
  readonly keeping: ShownKeeping
  /** Who sits here. */
  readonly me: string | null
}

/** Making words unreadable for ever: what would be gone, who asked, who may agree, and what was forgotten. */
export function Forgetting({ keeping, me }: ForgettingProps) {
  const say = useSay()
  const { reach, asked, forgotten, holds, holdsElsewhere, names } = keeping
  const nothing = reach.every(({ holders }) => holders.length === 0)
  return (
    <section>
      <h2>{say('keeping.forgetting')}</h2>
      <p>{say('keeping.what-it-does')}</p>
      <p className="hint">{say('keeping.what-it-does-not')}</p>
      {forgotten.map((done) => (
        <p key={done.asking} role="status"><strong>{say('keeping.forgotten', { count: done.holders.length })}</strong> {say('keeping.who-forgot', { asked: names[done.askedBy] ?? done.askedBy, agreed: names[done.by] ?? done.by })} {say(`forgetting-ground.${done.ground}`)}. <When at={done.at} /></p>
      ))}
      {nothing && <p>{say('keeping.nothing-left')}</p>}
      {!nothing && holds.length + holdsElsewhere.length > 0 && <p role="status"><strong>{say('keeping.held')}</strong></p>}
      {!nothing && reach.map((one) => <WithinReach key={one.reach} reach={one} />)}
      {asked && !nothing && <Asked keeping={keeping} asked={asked} me={me} />}
      {!nothing && <Ask keeping={keeping} />}
    </section>
  )
}

function WithinReach({ reach: { reach, holders } }: { readonly reach: ShownKeeping['reach'][number] }) {
  const say = useSay()
  return (
    <details>
      <summary>{say(`keeping.reach-${reach}`)}: {say('keeping.how-many', { count: holders.length })}</summary>
      <ul>{holders.map(({ holder, entries }) => <li key={holder}><HolderLink holder={holder} /> · {say('keeping.entries', { count: entries })}</li>)}</ul>
    </details>
  )
}

function Ask({ keeping }: { readonly keeping: ShownKeeping }) {
  const say = useSay()
  const blank = { reach: 'own-words' as ForgettingReach, ground: 'request-granted' as ForgettingGround }
  return (
    <KeepingActForm keeping={keeping} form="ask-forgetting" blank={blank} write={(value) => ({ act: 'ask-forgetting', ...value })}>
      {(draft) => (
        <>
          {keeping.reach.length > 1 && <Pick label={say('keeping.how-far')} {...draft.at('reach')} options={keeping.reach.map(({ reach, holders }) => ({ value: reach, words: `${say(`keeping.reach-${reach}`)} (${holders.length})` }))} />}
          <GroundField {...draft.at('ground')} grounds={FORGETTING_GROUNDS} of="forgetting-ground" />
          <p className="hint">{say('keeping.ask-hint', { days: keeping.policy.askingDays })}</p>
        </>
      )}
    </KeepingActForm>
  )
}

interface AskedProps extends ForgettingProps {
  readonly asked: NonNullable<ShownKeeping['asked']>
}

/** Who asked and when; whoever asked waits for somebody else. */
function Asked({ keeping, asked, me }: AskedProps) {
  const say = useSay()
  const seen = keeping.reach.find(({ reach }) => reach === asked.reach)?.holders.length ?? 0
  return (
    <div className="act-panel">
      <p><strong>{say('keeping.asked', { who: keeping.names[asked.by] ?? asked.by })}</strong> <When at={asked.at} /> · {say(`forgetting-ground.${asked.ground}`)} · {say(`keeping.reach-${asked.reach}`)}</p>
      <p className="hint">{say('keeping.lapses')} <When at={asked.lapsesAt} /></p>
      {asked.by === me ? <p>{say('keeping.you-asked')}</p> : (
        <KeepingActForm keeping={keeping} form="second-forgetting" blank={{}} write={() => ({ act: 'second-forgetting', asking: asked.asking, seen })}>
          {() => <p><strong>{say('keeping.agree-means', { count: seen })}</strong> {say('keeping.cannot-be-undone')}</p>}
        </KeepingActForm>
      )}
    </div>
  )
}
