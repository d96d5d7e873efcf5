import { useSay } from '../../../../ui/say.tsx'
import { useReportName } from '../../../reading/report-name.ts'
import { LongField, SelectField } from '../../form/fields.tsx'
import { ActForm } from '../acts/act-form.tsx'
import { useBoard, useNameOf } from './on-board.ts'
import { Doing } from './panel.tsx'
import { WhenHere } from '../when-here.tsx'

/** Whoever disagrees says so beside what they disagree with, and it stays in sight there. */
export function Dissents({ about }: { readonly about: string }) {
  const say = useSay()
  const nameOf = useNameOf()
  const { board: { site } } = useBoard()
  const dissents = site.dissents.filter((one) => one.about === about)
  return (
    <div className="dissents">
      {dissents.map(({ id, says, noted }) => (
        <blockquote key={id} className="dissent">
          <p><strong>{say('site.dissents', { who: nameOf(noted.by) })}</strong> <bdi>{says}</bdi></p>
          <footer><WhenHere at={noted.receivedAt} /></footer>
        </blockquote>
      ))}
      <Doing act={say('site.dissent')}>{(close) => <DissentForm about={about} onDone={close} />}</Doing>
    </div>
  )
}

interface DissentDraft {
  readonly about: string
  readonly says: string
}

function DissentForm({ about, onDone }: { readonly about: string; readonly onDone: () => void }) {
  const say = useSay()
  const called = useReportName()
  const { board: { site, assessed: { operation: { attempts } } } } = useBoard()
  const blank: DissentDraft = { about, says: '' }
  const mayBeAbout = [
    { value: 'certainty', words: say('site.about-certainty') },
    ...site.reports.map(({ id }) => ({ value: id, words: say('site.about-report', { id: called(id) }) })),
    ...(attempts === 'unknown' ? [] : attempts).map(({ id, method, result }) => ({ value: id, words: say('site.about-attempt', { method, result }) })),
    ...site.plans.map(({ id, number }) => ({ value: id, words: say('site.plan', { number }) })),
  ]
  return (
    <ActForm<DissentDraft> site={site.id} form={`dissent/${about}`} blank={blank} act={say('site.dissent-record')} write={(draft) => ({ act: 'dissent', ...draft })} onDone={onDone}>
      {(draft) => (
        <>
          {about === 'certainty' && <SelectField label={say('site.dissent-about')} options={mayBeAbout} {...draft.at('about')} />}
          <LongField label={say('site.dissent-says')} hint={say('site.dissent-hint')} {...draft.at('says')} />
        </>
      )}
    </ActForm>
  )
}

/** What a dissent is about, in words: a report, an attempt, or a plan. */
function useWhatItIsAbout(): (about: string) => string {
  const say = useSay()
  const called = useReportName()
  const { board: { site, assessed: { operation: { attempts } } } } = useBoard()
  return (about) => {
    const attempt = attempts === 'unknown' ? undefined : attempts.find(({ id }) => id === about)
    const plan = site.plans.find(({ id }) => id === about)
    return attempt ? say('site.about-attempt', { method: attempt.method, result: attempt.result }) : plan ? say('site.plan', { number: plan.number }) : called(about)
  }
}

/** Dissent about something else than the number: beside what it is about, or here where that is not shown. */
export function DissentElsewhere() {
  const say = useSay()
  const nameOf = useNameOf()
  const wordsOf = useWhatItIsAbout()
  const { board: { site } } = useBoard()
  const elsewhere = site.dissents.filter(({ about }) => about !== 'certainty')
  if (elsewhere.length === 0) return null
  return (
    <ul className="lines">
      {elsewhere.map(({ id, about, says, noted }) => <li key={id} className="dissent"><strong>{say('site.dissents-about', { who: nameOf(noted.by), about: wordsOf(about) })}</strong> <bdi>{says}</bdi> <WhenHere at={noted.receivedAt} /></li>)}
    </ul>
  )
}
