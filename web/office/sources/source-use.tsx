import { Link } from '@tanstack/react-router'
import { Mark } from '../../../ui/mark.tsx'
import { useSay } from '../../../ui/say.tsx'
import { When } from '../figures/when.tsx'
import type { SourceActName } from './source-act-form.tsx'
import { SourceActs } from './source-acts.tsx'
import type { OfSource } from './source-open.tsx'
import { RecordedBy, SourcePart } from './source-part.tsx'

const OF_USE: Readonly<Record<OfSource['source']['sight'], readonly SourceActName[]>> = {
  whole: ['cancel-use', 'end'], handling: [], authority: ['authorise', 'review-use', 'cancel-use'], outline: [], veiled: [],
}

/** Whether they may be asked to look, on whose authority and until when, and what they were asked. */
export function SourceUse({ source, onDone }: OfSource) {
  const say = useSay()
  const { uses, tasks, names, ended, whyNotTasked, sight } = source
  const lines = uses.map(({ use, by, from, until, reviewBy, conduct, because, standing }) => (
    <>
      <Mark of={standing === 'in-force' ? 'holds' : 'fails'} /> <strong>{say(`source.use-${standing}`)}</strong> {say(`source.use-as-${use}`)}, {say('source.authorised-by', { name: names[by] ?? by })}: <When at={from} /> – <When at={until} />
      {reviewBy !== null && <>, {say('source.review-by')} <When at={reviewBy} /></>} <bdi>{conduct}</bdi> <bdi className="hint">{because}</bdi>
    </>
  ))
  return (
    <>
      <SourcePart title={say('source.use')} none={say('source.no-use')} lines={lines}>
        <p>{whyNotTasked === null ? <><Mark of="holds" /> {say('source.may-be-asked')}</> : <><Mark of="fails" /> {say(`source.why-not.${whyNotTasked}`)}</>}{ended !== null && <> {say(`source.ended-${ended}`)}</>}</p>
        <SourceActs source={source} acts={ended === null ? OF_USE[sight] : []} onDone={onDone} />
      </SourcePart>
      <SourcePart
        title={say('source.tasks')}
        none={say('source.no-task')}
        lines={tasks.map(({ site, says, noted }) => <><When at={noted.occurredAt} /> <Link to="/sites/$site" params={{ site }}>{say('source.at-site')}</Link> {says !== '' && <bdi>{says}</bdi>} <RecordedBy by={noted.by} names={names} /></>)}
      />
    </>
  )
}
