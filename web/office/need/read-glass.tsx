import { useState } from 'react'
import { newId } from '../../../crypto/browser-id.ts'
import { JUDGEMENTS } from '../../../core/need-to-know/need-facts.ts'
import { useSay } from '../../../ui/say.tsx'
import { KeptShape } from '../../../wire/office/asking.ts'
import { useSending } from '../asking/use-sending.ts'
import { LongField } from '../form/fields.tsx'
import { Form } from '../form/form.tsx'
import { Pick } from '../form/pick.tsx'
import { useDraft } from '../form/use-draft.ts'
import { Held } from '../page/page.tsx'
import { GLASSES_PATH, needStream, useNeed, type UnreviewedGlass } from './need-asked.ts'

interface ReadGlassProps {
  readonly one: UnreviewedGlass
  readonly reviews: 'yes' | 'no'
}

/** What somebody wrote when they opened a file because of danger, and the review of it. It lies in the file, so reading it is a look at the file. */
export function ReadGlass({ one, reviews }: ReadGlassProps) {
  const say = useSay()
  const asked = useNeed(one.file)
  return (
    <Held asked={asked} what={say('glass.reading')}>
      {({ glasses, names }) => {
        const broken = glasses.find(({ glass }) => glass === one.glass)
        if (!broken) return <p className="none-yet">{say('glass.words-gone')}</p>
        return (
          <>
            <p><strong>{say(`danger.${broken.danger}`)}</strong>: <bdi>{broken.says}</bdi></p>
            <p className="hint">{broken.told.length === 0 ? say('glass.nobody-told') : say('glass.told', { who: broken.told.map((id) => names[id] ?? id).join(', ') })}</p>
            {reviews === 'yes' && <ReviewGlass one={one} />}
          </>
        )
      }}
    </Held>
  )
}

const BLANK = { judgement: '', says: '' }

function ReviewGlass({ one: { glass, file } }: { readonly one: UnreviewedGlass }) {
  const say = useSay()
  const [id] = useState(newId)
  const draft = useDraft(`glass/${glass}`, BLANK)
  const { send, refusal, waiting } = useSending(KeptShape, [needStream(file)])
  const review = async (): Promise<void> => {
    const answered = await send({ path: `${GLASSES_PATH}/${glass}/review`, body: { id, ...draft.value } })
    if (answered.accepted) draft.forget()
  }
  return (
    <Form onSend={() => void review()} refusal={refusal} waiting={waiting} act={say('glass.review')} what={say('glass.reviewing')}>
      <Pick label={say('glass.judgement')} {...draft.at('judgement')} options={JUDGEMENTS.map((judgement) => ({ value: judgement, words: say(`judgement.${judgement}`) }))} />
      <LongField label={say('glass.review-says')} {...draft.at('says')} rows={2} />
    </Form>
  )
}
