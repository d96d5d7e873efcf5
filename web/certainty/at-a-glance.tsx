import { withZone } from '../../ui/clock.ts'
import { Figure, Moment, share } from '../../ui/figure.tsx'
import { goTo } from '../../ui/go-to.ts'
import { Mark } from '../../ui/mark.tsx'
import { useSay } from '../../ui/say.tsx'
import { NO_HOUR } from '../entry/file-of.ts'
import { useAssessed } from '../reading/assessed.ts'
import { useLanguage } from '../words/use-language.ts'
import { sayLikelihood } from './likelihood.ts'

/** How sure, and until when, in one line under the verdict; the way to everything it rests on. */
export function AtAGlance() {
  const say = useSay()
  const { operation } = useAssessed()
  return (
    <p className="at-a-glance">
      <a href="#certainty" onClick={(event) => { event.preventDefault(); goTo('certainty') }}>{say(operation.operation === 'plan' ? 'certainty.title-plan' : 'certainty.title')}</a> <HowSure />
    </p>
  )
}

function HowSure() {
  const say = useSay()
  const language = useLanguage()
  const { asked, file, zone } = useAssessed()
  if (!asked) return <><Mark of="unknown" /> {say(file['at'] === NO_HOUR ? 'certainty.no-hour' : 'certainty/no-venue')}</>
  if (asked.answer.roots.length === 0) return <><Mark of="unknown" /> <strong>{say('certainty.nothing')}</strong></>
  const { probability, p10, p90, validUntil } = asked.answer
  return (
    <>
      <strong><Figure>{share(probability)} [{share(p10)}–{share(p90)}]</Figure></strong> {sayLikelihood(probability, say)}
      {validUntil !== null && <> · {say('certainty.until')} <Moment>{withZone(validUntil, zone, language)}</Moment></>}
    </>
  )
}
