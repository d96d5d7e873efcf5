import { KIND_GRAINS, TIME_GRAINS, type KindGrain, type TimeGrain } from '../../../core/sharing/coarsen.ts'
import { RISK_GROUNDS, type RiskGround } from '../../../core/sharing/share-facts.ts'
import { useSay } from '../../../ui/say.tsx'
import { LongField, SelectField } from '../form/fields.tsx'
import { typedLocally } from '../form/local-time.ts'
import { Pick, PickSeveral } from '../form/pick.tsx'
import { WhenField } from '../form/when-field.tsx'
import { ShareActForm } from './share-act-form.tsx'
import { SHARES_PATH, type Finding, type ShareRead } from './shares-asked.ts'

const HOWS = ['coarsened', 'other-provenance', 'delayed', 'left-out', 'risk-accepted'] as const

interface Answering {
  readonly how: (typeof HOWS)[number]
  readonly restsOn: readonly string[]
  readonly until: string
  readonly kind: KindGrain
  readonly time: TimeGrain
  readonly factSays: string
  readonly ground: RiskGround
  readonly because: string
  readonly says: string
}

interface AnswerFindingProps {
  readonly share: ShareRead
  readonly finding: Finding
  readonly onDone: () => void
  readonly onAway: () => void
}

function answerOf({ how, restsOn, until, kind, time, factSays, ground, because }: Answering): object {
  if (how === 'other-provenance') return { how, restsOn }
  if (how === 'delayed') return { how, until: typedLocally(until) }
  if (how === 'coarsened') return { how, tells: { kind, time }, says: factSays }
  return how === 'risk-accepted' ? { how, ground, because } : { how }
}

/** What somebody decides about a fact that may give somebody away, and the text as it reads after that. */
export function AnswerFinding({ share, finding, onDone, onAway }: AnswerFindingProps) {
  const say = useSay()
  const fact = share.draft?.facts.find(({ id }) => id === finding.fact)
  const blank: Answering = { how: 'coarsened', restsOn: [], until: finding.delayUntil ?? '', ...finding.coarser, factSays: fact?.says ?? '', ground: 'graver-danger-otherwise', because: '', says: share.draft?.says ?? '' }
  const write = (draft: Answering) => ({ answers: [{ fact: finding.fact, exposure: finding.exposure, ...answerOf(draft) }], says: draft.says })
  return (
    <ShareActForm path={SHARES_PATH} share={share.id} of="check" about={finding.fact} version={share.version} blank={blank} write={write} onDone={onDone} onAway={onAway}>
      {(draft) => (
        <>
          <Pick label={say('sharing.answer')} {...draft.at('how')} options={HOWS.map((value) => ({ value, words: say(`sharing.how-${value}`) }))} />
          {draft.value.how === 'other-provenance' && <PickSeveral label={say('sharing.rests-on')} {...draft.at('restsOn')} options={finding.perhapsIn.map((value) => ({ value, words: value }))} />}
          {draft.value.how === 'delayed' && <WhenField label={say('sharing.until')} exactly="to-the-minute" {...draft.at('until')} />}
          {draft.value.how === 'coarsened' && (
            <>
              <SelectField label={say('sharing.tells-kind')} {...draft.at('kind')} options={KIND_GRAINS.map((value) => ({ value, words: say(`sharing.kind-${value}`) }))} />
              <SelectField label={say('sharing.tells-time')} {...draft.at('time')} options={TIME_GRAINS.map((value) => ({ value, words: say(`sharing.time-${value}`) }))} />
              <LongField label={say('sharing.fact-says')} rows={2} {...draft.at('factSays')} />
            </>
          )}
          {draft.value.how === 'risk-accepted' && (
            <>
              <p className="hint">{say('sharing.risk-means')}</p>
              <Pick label={say('sharing.risk-ground')} {...draft.at('ground')} options={RISK_GROUNDS.map((value) => ({ value, words: say(`sharing.risk-${value}`) }))} />
              <LongField label={say('sharing.because')} rows={2} {...draft.at('because')} />
            </>
          )}
          <LongField label={say('sharing.says-after')} {...draft.at('says')} />
        </>
      )}
    </ShareActForm>
  )
}
