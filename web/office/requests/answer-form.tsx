import { ANSWER_GROUNDS, type AnswerGround } from '../../../core/rights/grounds.ts'
import { REQUEST_OUTCOMES, type RequestOutcome } from '../../../core/rights/request-facts.ts'
import { useSay } from '../../../ui/say.tsx'
import { LongField, SelectField } from '../form/fields.tsx'
import { Pick, PickSeveral } from '../form/pick.tsx'
import { RequestActForm } from './request-act-form.tsx'
import type { ActProps } from './request-acts.tsx'

const GROUNDS_ARE = ['told', 'kept-from-them'] as const
const HOLD = ['stands', 'none', 'not-asked'] as const

interface Answering {
  readonly outcome: RequestOutcome
  readonly grounds: readonly AnswerGround[]
  readonly groundsAre: (typeof GROUNDS_ARE)[number]
  readonly reason: string
  readonly words: string
  readonly wordsOfTheFile: string
  readonly complainTo: string
  readonly hold: (typeof HOLD)[number]
}

const BLANK: Answering = { outcome: 'granted', grounds: [], groundsAre: 'told', reason: '', words: '', wordsOfTheFile: '', complainTo: '', hold: 'not-asked' }

/** Where nothing is confirmed or denied, no words of ours go with it: the frame is the same for everybody. */
function written({ words, wordsOfTheFile, ...rest }: Answering): object {
  const isFrameAlone = rest.outcome === 'neither-confirmed-nor-denied'
  const orNone = (typed: string) => (isFrameAlone || typed.trim() === '' ? null : typed)
  return { ...rest, words: orNone(words), wordsOfTheFile: orNone(wordsOfTheFile) }
}

/** Answers a request, on what was read: in their language, with a ground wherever less is answered than was asked, and always with whom to complain to. */
export function AnswerForm({ request: { id, version, asked }, onDone }: ActProps) {
  const say = useSay()
  return (
    <RequestActForm request={id} act="answer" version={version} blank={BLANK} write={written} onDone={onDone}>
      {(draft) => {
        const { outcome } = draft.value
        return (
          <>
            <SelectField label={say('request.outcome')} {...draft.at('outcome')} options={REQUEST_OUTCOMES.filter((value) => value !== 'restricted-instead' || asked.wants === 'erase').map((value) => ({ value, words: say(`outcome.${value}`) }))} />
            {outcome === 'neither-confirmed-nor-denied' ? <p className="hint">{say('paper.neither')}</p> : (
              <>
                <LongField label={say('request.words')} hint={<>{say('request.words-hint')} <bdi dir="ltr">{asked.language}</bdi></>} {...draft.at('words')} />
                <LongField label={say('request.words-of-the-file')} {...draft.at('wordsOfTheFile')} />
              </>
            )}
            {outcome !== 'granted' && (
              <>
                <PickSeveral label={say('request.grounds')} {...draft.at('grounds')} options={ANSWER_GROUNDS.map((value) => ({ value, words: say(`answer-ground.${value}`) }))} />
                <Pick label={say('request.grounds-are')} {...draft.at('groundsAre')} options={GROUNDS_ARE.map((value) => ({ value, words: say(`request.grounds-${value}`) }))} />
                <LongField label={say('request.reason')} rows={2} {...draft.at('reason')} />
              </>
            )}
            {asked.wants === 'erase' && <Pick label={say('request.hold')} {...draft.at('hold')} options={HOLD.map((value) => ({ value, words: say(`request.hold-${value}`) }))} />}
            <LongField label={say('request.complain-to')} rows={2} {...draft.at('complainTo')} />
          </>
        )
      }}
    </RequestActForm>
  )
}
