import { Mark } from '../../../ui/mark.tsx'
import { useSay } from '../../../ui/say.tsx'
import { When } from '../figures/when.tsx'
import { Held } from '../page/page.tsx'
import { FactsLeft } from './facts-left.tsx'
import { Findings } from './findings.tsx'
import { ShareActs } from './share-acts.tsx'
import { useShare, type ShareRead } from './shares-asked.ts'

interface LeftShareProps {
  readonly id: string
  readonly onAway: () => void
}

/** Something we pass on: what waits and what stands in its way, what left, and what can be done with it. */
export function LeftShare({ id, onAway }: LeftShareProps) {
  const say = useSay()
  const asked = useShare(id)
  return (
    <section className="panel" aria-labelledby="left-share">
      <div className="panel-head"><h3 id="left-share">{asked.answer ? <bdi>{asked.answer.to.name}</bdi> : say('sharing.left')}</h3><button type="button" onClick={onAway}>{say('sharing.close')}</button></div>
      <Held asked={asked} what={say('sharing.reading')}>
        {(share) => (
          <>
            <About share={share} />
            {share.draft && <Waiting share={share} onDone={asked.again} />}
            {share.editions.map((edition, at) => <Edition key={edition.noted.entry} share={share} at={at} />)}
            {share.reviewed && <p><Mark of="holds" /> {say('sharing.was-reviewed')} <bdi>{share.reviewed.says}</bdi></p>}
            {share.recalled && <p><Mark of="fails" /> {say('sharing.called-back')} <When at={share.recalledAt} />. {say(`sharing.ground-${share.recalled.ground}`)} <bdi>{share.recalled.says}</bdi></p>}
            {share.recallAnswered && <p><Mark of="holds" /> {say(`sharing.outcome-${share.recallAnswered.outcome}`)} <bdi>{share.recallAnswered.because}</bdi></p>}
            <ShareActs share={share} onDone={asked.again} />
          </>
        )}
      </Held>
    </section>
  )
}

function About({ share: { content, asks, marking, purpose, conditions, named, names, bases, controllers } }: { readonly share: ShareRead }) {
  const say = useSay()
  return (
    <dl className="pairs">
      <dt>{say('sharing.content')}</dt><dd>{say(`sharing.content-${content}`)}. {say(`sharing.asks-${asks}`)}</dd>
      <dt>{say('sharing.marking')}</dt><dd><bdi dir="ltr">{marking.sharing} {marking.action}</bdi></dd>
      {named.length > 0 && <><dt>{say('sharing.named')}</dt><dd><bdi>{named.map((id) => names[id] ?? id).join('; ')}</bdi></dd></>}
      <dt>{say('sharing.purpose')}</dt><dd><bdi>{purpose}</bdi></dd>
      <dt>{say('sharing.conditions')}</dt><dd><bdi>{conditions}</bdi></dd>
      <dt>{say('sharing.basis')}</dt><dd>{bases.map((basis) => say(`sharing.basis-${basis}`)).join('; ')}</dd>
      <dt>{say('sharing.controller')}</dt><dd><bdi>{controllers.map(({ name }) => name).join('; ')}</bdi></dd>
    </dl>
  )
}

/** What waits, with the findings beside each fact. */
function Waiting({ share, onDone }: { readonly share: ShareRead; readonly onDone: () => void }) {
  const say = useSay()
  const { draft, inTheWay } = share
  if (!draft) return null
  return (
    <section aria-labelledby="waits">
      <h4 id="waits">{say('sharing.state-waits')}</h4>
      <p className="told"><bdi>{draft.says}</bdi></p>
      <Findings share={share} onDone={onDone} />
      {inTheWay === null && <p className="hint">{say('sharing.file-not-open')}</p>}
      {inTheWay !== null && inTheWay.length > 0 && (
        <>
          <p>{say('sharing.in-the-way')}</p>
          <ul>{inTheWay.map((code) => <li key={code}><Mark of="fails" /> {say(`refusal.${code}`)}</li>)}</ul>
        </>
      )}
    </section>
  )
}

function Edition({ share: { editions, names }, at }: { readonly share: ShareRead; readonly at: number }) {
  const say = useSay()
  const edition = editions[at]
  if (!edition) return null
  const { says, facts, noted, atOnce } = edition
  return (
    <section aria-labelledby={`edition-${at}`}>
      <h4 id={`edition-${at}`}>{say('sharing.edition', { number: at + 1 })} · <bdi>{names[noted.by] ?? noted.by}</bdi> · <When at={noted.receivedAt} /></h4>
      {atOnce && <p><Mark of="partly" /> {say('sharing.left-at-once')} <bdi>{atOnce.because}</bdi> {say('sharing.told')} <bdi>{atOnce.told.map((id) => names[id] ?? id).join('; ')}</bdi></p>}
      {atOnce && atOnce.passedOver.length > 0 && <><p>{say('sharing.passed-over')}</p><ul>{atOnce.passedOver.map((code) => <li key={code}>{say(`refusal.${code}`)}</li>)}</ul></>}
      <p className="told"><bdi>{says}</bdi></p>
      <FactsLeft facts={facts} />
    </section>
  )
}
