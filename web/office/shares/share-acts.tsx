import { useState } from 'react'
import { RECALL_GROUNDS, type RecallGround } from '../../../core/sharing/share-facts.ts'
import { useSay } from '../../../ui/say.tsx'
import { useColleagues } from '../colleagues/use-colleagues.ts'
import { useMe } from '../colleagues/colleague-field.tsx'
import { LongField, SelectField } from '../form/fields.tsx'
import { PickSeveral } from '../form/pick.tsx'
import { ShareActForm } from './share-act-form.tsx'
import { SHARES_PATH, type ShareRead } from './shares-asked.ts'

interface ActProps {
  readonly share: ShareRead
  readonly onDone: () => void
  readonly onAway: () => void
}

type ActName = 'release' | 'release-at-once' | 'review' | 'correct' | 'recall'
const FORMS = { release: Release, 'release-at-once': AtOnce, review: Review, correct: Correct, recall: Recall } as const

/** What can be done with something as it stands, one act at a time. */
export function ShareActs({ share, onDone }: Omit<ActProps, 'onAway'>) {
  const say = useSay()
  const [doing, setDoing] = useState<ActName | null>(null)
  const acts: readonly ActName[] = [
    ...(share.draft ? (['release'] as const) : []),
    ...(share.draft && share.content === 'assessment' ? (['release-at-once'] as const) : []),
    ...(share.awaitsReview === 'yes' ? (['review'] as const) : []),
    ...(share.toCorrect ? (['correct'] as const) : []),
    ...(share.editions.length > 0 && share.recalledAt === null ? (['recall'] as const) : []),
  ]
  const done = (): void => {
    setDoing(null)
    onDone()
  }
  const Doing = doing && FORMS[doing]
  return (
    <>
      <div className="acts">{acts.map((act) => <button key={act} type="button" aria-expanded={doing === act} onClick={() => setDoing(act)}>{say(`sharing.${act}`)}</button>)}</div>
      {Doing && <Doing share={share} onDone={done} onAway={() => setDoing(null)} />}
    </>
  )
}

function Release({ share, ...rest }: ActProps) {
  const say = useSay()
  return <ShareActForm {...rest} path={SHARES_PATH} share={share.id} of="release" version={share.version} blank={{}} write={() => ({})}>{() => <p className="hint">{say('sharing.release-means', { name: share.to.name })}</p>}</ShareActForm>
}

/** For a life in danger alone: two are told, and somebody else looks at it afterwards. */
function AtOnce({ share, ...rest }: ActProps) {
  const say = useSay()
  const me = useMe()
  const others = useColleagues().filter(({ id }) => id !== me)
  const blank: { readonly because: string; readonly told: readonly string[] } = { because: '', told: [] }
  return (
    <ShareActForm {...rest} path={SHARES_PATH} share={share.id} of="release-at-once" version={share.version} blank={blank} write={(draft) => draft}>
      {(draft) => (
        <>
          <p className="hint">{say('sharing.at-once-means')}</p>
          <LongField label={say('sharing.danger')} rows={2} {...draft.at('because')} />
          <PickSeveral label={say('sharing.who-is-told')} {...draft.at('told')} options={others.map(({ id, name, role }) => ({ value: id, words: say('colleague.of', { name, role }) }))} />
        </>
      )}
    </ShareActForm>
  )
}

function Review({ share, ...rest }: ActProps) {
  const say = useSay()
  return <ShareActForm {...rest} path={SHARES_PATH} share={share.id} of="review" version={share.version} blank={{ says: '' }} write={(draft) => draft}>{(draft) => <LongField label={say('sharing.review-says')} {...draft.at('says')} />}</ShareActForm>
}

/** Another version of what left: it is checked and let go like the first, and those who have the first are told to read it. */
function Correct({ share, ...rest }: ActProps) {
  const say = useSay()
  const { says, facts } = share.toCorrect ?? { says: '', facts: [] }
  const write = ({ because, ...draft }: { readonly says: string; readonly because: string; readonly facts: typeof facts }) => ({ because, passed: draft })
  return (
    <ShareActForm {...rest} path={SHARES_PATH} share={share.id} of="correct" version={share.version} blank={{ says, because: '', facts }} write={write}>
      {(draft) => (
        <>
          <p className="hint">{say('sharing.correct-means')}</p>
          {draft.value.facts.map((fact, at) => <LongField key={fact.id} label={say('sharing.fact-says')} rows={2} place={`passed.facts[${at}].says`} value={fact.says} onChange={(next) => draft.set({ facts: draft.value.facts.map((one, i) => (i === at ? { ...one, says: next } : one)) })} />)}
          <LongField label={say('sharing.says')} {...draft.at('says')} place="passed.says" />
          <LongField label={say('sharing.because')} rows={2} {...draft.at('because')} />
        </>
      )}
    </ShareActForm>
  )
}

function Recall({ share, ...rest }: ActProps) {
  const say = useSay()
  const blank: { readonly ground: RecallGround; readonly says: string } = { ground: 'error', says: '' }
  return (
    <ShareActForm {...rest} path={SHARES_PATH} share={share.id} of="recall" version={share.version} blank={blank} write={(draft) => draft}>
      {(draft) => (
        <>
          <p className="hint">{say('sharing.recall-means')}</p>
          <SelectField label={say('sharing.recall-ground')} {...draft.at('ground')} options={RECALL_GROUNDS.map((value) => ({ value, words: say(`sharing.ground-${value}`) }))} />
          <LongField label={say('sharing.because')} rows={2} {...draft.at('says')} />
        </>
      )}
    </ShareActForm>
  )
}
