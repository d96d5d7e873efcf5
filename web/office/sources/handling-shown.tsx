import type { ReactNode } from 'react'
import { useSay } from '../../../ui/say.tsx'
import { useLanguage } from '../../words/use-language.ts'
import { When } from '../figures/when.tsx'
import { moneyText } from './money.ts'
import type { SourceActName } from './source-act-form.tsx'
import { SourceActs } from './source-acts.tsx'
import type { OfSource } from './source-open.tsx'
import { RecordedBy, SourcePart } from './source-part.tsx'

/** Contacts, safety and welfare, and what they were given. */
export function HandlingShown({ source, onDone }: OfSource) {
  const say = useSay()
  const { handling, sight } = source
  const acts = (...names: readonly SourceActName[]) => <SourceActs source={source} acts={sight === 'whole' ? names : []} onDone={onDone} />
  return (
    <>
      {handling ? <Contacts source={source} handling={handling}>{acts('record-contact')}</Contacts> : <p className="none-yet">{say('source.handling-not-for-you')}</p>}
      <Welfare source={source}>{acts('note-welfare', 'note-risk')}</Welfare>
      {handling && <Benefits source={source} handling={handling}>{acts('record-benefit')}</Benefits>}
    </>
  )
}

interface PartProps extends Pick<OfSource, 'source'> {
  readonly children: ReactNode
}

interface HandledProps extends PartProps {
  readonly handling: NonNullable<OfSource['source']['handling']>
}

function Contacts({ source: { names }, handling, children }: HandledProps) {
  const say = useSay()
  const lines = handling.contacts.map(({ at, with: whom, how, where, says, nextBy, noted }) => (
    <>
      <When at={at} /> {names[whom] ?? whom}, {say(`source.how-${how}`)}{where !== null && <>, <bdi>{where}</bdi></>}: <bdi>{says}</bdi> {nextBy !== null && <span className="hint">{say('source.next-by')} <When at={nextBy} /></span>} {noted.by !== whom && <RecordedBy by={noted.by} names={names} />}
    </>
  ))
  return <SourcePart title={say('source.contacts')} none={say('source.no-contact')} lines={lines}>{children}</SourcePart>
}

/** How great the risk to them is, and what was done for them. */
function Welfare({ source: { risks, handling, names }, children }: PartProps) {
  const say = useSay()
  const lines = [
    ...risks.map(({ risk, says, reviewBy, noted }) => ({ at: noted.occurredAt, line: <><When at={noted.occurredAt} /> {say('source.risk')}: <strong>{say(`source.risk-${risk}`)}</strong> <bdi>{says}</bdi> {reviewBy !== null && <span className="hint">{say('source.review-by')} <When at={reviewBy} /></span>} <RecordedBy by={noted.by} names={names} /></> })),
    ...(handling?.welfare ?? []).map(({ says, done, noted }) => ({ at: noted.occurredAt, line: <><When at={noted.occurredAt} /> <bdi>{says}</bdi> {say('source.done-about-it')} <bdi>{done}</bdi> <RecordedBy by={noted.by} names={names} /></> })),
  ].toSorted((a, b) => b.at.localeCompare(a.at))
  return <SourcePart title={say('source.welfare')} none={say('source.no-welfare')} lines={lines.map(({ line }) => line)}>{children}</SourcePart>
}

function Benefits({ source: { names }, handling, children }: HandledProps) {
  const say = useSay()
  const language = useLanguage()
  const lines = handling.benefits.map(({ at, what, money, decidedBy, because }) => (
    <><When at={at} /> {say(`source.benefit-${what}`)} {money && <strong><bdi dir="ltr">{moneyText(money, language)}</bdi></strong>} {say('source.decided-by', { name: names[decidedBy] ?? decidedBy })} <bdi>{because}</bdi></>
  ))
  return <SourcePart title={say('source.benefits')} none={say('source.no-benefit')} lines={lines}>{children}</SourcePart>
}
