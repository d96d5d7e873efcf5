import { asWritten } from '../../../../ui/clock.ts'
import { Figure, Moment } from '../../../../ui/figure.tsx'
import { useSay } from '../../../../ui/say.tsx'
import { useLanguage } from '../../../words/use-language.ts'
import { AttemptForm } from '../acts/attempt-form.tsx'
import { writtenHere } from './board.ts'
import { useBoard } from './on-board.ts'
import { Doing, NoneYet, NotedBy, Panel } from './panel.tsx'

/** Attempts to verify that people are there, those that found nothing too: what makes a raid blind is that there were none. */
export function Attempts() {
  const say = useSay()
  const language = useLanguage()
  const { board: { site, assessed: { operation: { attempts }, zone } } } = useBoard()
  const made = attempts === 'unknown' ? [] : attempts
  return (
    <Panel id="attempts" title={say('attempt.title')} term="sensitivity" beside={say('attempt.count', { count: made.length })}>
      {made.length === 0 && <NoneYet>{say('attempt.none')}</NoneYet>}
      <ul className="entries-of-board">
        {made.toReversed().map(({ id, method, by, at, thisSite, ifNobodyThere, result, sensitivity }) => (
          <li key={id}>
            <p><strong>{say(`method.${method}`)}</strong>, <bdi>{by}</bdi>{at !== 'unknown' && <>, <Moment>{asWritten(writtenHere(at), language, zone)}</Moment></>} {thisSite === 'no' && <strong>{say('attempt.not-this-site')}</strong>}</p>
            <p><span className="hint">{say('attempt.found')}</span> <bdi>{result}</bdi></p>
            <p><span className="hint">{say('attempt.if-nobody')}</span> <bdi>{ifNobodyThere}</bdi> {sensitivity !== 'unknown' && <span className="hint">{say('attempt.would-find')} <Figure>{sensitivity.toFixed(2)}</Figure></span>} <Noted id={id} /></p>
          </li>
        ))}
      </ul>
      <Doing act={say('attempt.record')}>{(close) => <AttemptForm onDone={close} />}</Doing>
      {site.attempts.length === 0 && <p className="hint">{say('attempt.why')}</p>}
    </Panel>
  )
}

function Noted({ id }: { readonly id: string }) {
  const { board: { site } } = useBoard()
  const noted = site.attempts.find((one) => one.id === id)?.noted
  return noted ? <NotedBy noted={noted} /> : null
}
