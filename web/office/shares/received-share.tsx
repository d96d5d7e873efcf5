import { useState } from 'react'
import { RECALL_OUTCOMES, type RecallOutcome } from '../../../core/sharing/share-facts.ts'
import { Mark } from '../../../ui/mark.tsx'
import { useSay } from '../../../ui/say.tsx'
import { When } from '../figures/when.tsx'
import { LongField } from '../form/fields.tsx'
import { Pick } from '../form/pick.tsx'
import { AskFirst } from '../page/ask-first.tsx'
import { Held } from '../page/page.tsx'
import { ShareActForm } from './share-act-form.tsx'
import { FactsLeft } from './facts-left.tsx'
import { RECEIVED_PATH, useReceivedShare, type ReceivedRead } from './shares-asked.ts'

interface ReceivedShareProps {
  readonly id: string
  readonly onAway: () => void
}

/** Something that was passed to us: opened on purpose, read, acknowledged; and once it is called back, answered for. */
export function ReceivedShare({ id, onAway }: ReceivedShareProps) {
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  if (!isOpen) return <AskFirst title={say('sharing.open-title')} act={say('sharing.open')} onAct={() => setOpen(true)} onKeep={onAway}><p>{say('sharing.open-means')}</p></AskFirst>
  return <Opened id={id} onAway={onAway} />
}

function Opened({ id, onAway }: ReceivedShareProps) {
  const say = useSay()
  const asked = useReceivedShare(id)
  return (
    <section className="panel" aria-labelledby="received">
      <div className="panel-head"><h3 id="received">{asked.answer ? <bdi>{asked.answer.from}</bdi> : say('sharing.came')}</h3><button type="button" onClick={onAway}>{say('sharing.close')}</button></div>
      <Held asked={asked} what={say('sharing.reading')}>{(share) => <Read share={share} onDone={asked.again} />}</Held>
    </section>
  )
}

interface ReadProps {
  readonly share: ReceivedRead
  readonly onDone: () => void
}

function Read({ share, onDone }: ReadProps) {
  const say = useSay()
  const { words, asks, content, marking, returnBy } = share
  if (words === null) return <CalledBack share={share} onDone={onDone} />
  return (
    <>
      <p><strong>{say(`sharing.content-${content}`)}</strong>. {say(`sharing.asks-${asks}`)}. <bdi dir="ltr">{marking.sharing} {marking.action}</bdi></p>
      <p className="told"><bdi>{words.says}</bdi></p>
      <FactsLeft facts={words.facts} />
      <dl className="pairs">
        <dt>{say('sharing.purpose')}</dt><dd><bdi>{words.purpose}</bdi></dd>
        <dt>{say('sharing.conditions')}</dt><dd><bdi>{words.conditions}</bdi></dd>
        {returnBy !== null && <><dt>{say('sharing.return-by')}</dt><dd><When at={returnBy} /></dd></>}
      </dl>
      {share.acknowledged === 'yes' ? <p><Mark of="holds" /> {say('sharing.state-acknowledged')}</p> : (
        <ShareActForm path={RECEIVED_PATH} share={share.id} of="acknowledge" blank={{}} write={() => ({ edition: share.edition })} onDone={onDone}>{() => <p className="hint">{say('sharing.acknowledge-means')}</p>}</ShareActForm>
      )}
    </>
  )
}

/** What was called back has no words any more; whoever had them says what became of them. */
function CalledBack({ share, onDone }: ReadProps) {
  const say = useSay()
  const blank: { readonly outcome: RecallOutcome; readonly because: string } = { outcome: 'deleted', because: '' }
  return (
    <>
      <p role="alert"><Mark of="fails" /> {say('sharing.called-back')} <When at={share.recalledAt} />. {share.recallGround && say(`sharing.ground-${share.recallGround}`)}</p>
      {share.recallAnswered !== null ? <p><Mark of="holds" /> {say(`sharing.outcome-${share.recallAnswered}`)}</p> : (
        <ShareActForm path={RECEIVED_PATH} share={share.id} of="acknowledge-recall" blank={blank} write={(draft) => draft} onDone={onDone}>
          {(draft) => (
            <>
              <Pick label={say('sharing.what-became')} {...draft.at('outcome')} options={RECALL_OUTCOMES.map((value) => ({ value, words: say(`sharing.outcome-${value}`) }))} />
              {draft.value.outcome === 'kept' && <LongField label={say('sharing.kept-because')} rows={2} {...draft.at('because')} />}
            </>
          )}
        </ShareActForm>
      )}
    </>
  )
}
