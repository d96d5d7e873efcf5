import type { ReactNode } from 'react'
import { useSay } from '../../../ui/say.tsx'
import { When } from '../figures/when.tsx'
import type { RequestRead } from './requests-asked.ts'

/** What came of a request: the answer with its grounds in law, how it was told, and everything that followed from it. */
export function Recorded({ request }: { readonly request: RequestRead }) {
  const say = useSay()
  const { told, corrections, restrictions, forgettings, complaints, closed } = request
  return (
    <>
      <Answer request={request} />
      <Lines title={say('request.told')} of={told} line={({ how, toldAt, interpreted, complaintTold, says }) => <><When at={toldAt} />: {say(`channel.${how}`)}, {say(`request.interpreted-${interpreted}`)}. {say('request.complaint-told')}: {say(`request.complaint-told-${complaintTold}`)}. <bdi>{says}</bdi></>} />
      <Lines title={say('request.corrections')} of={corrections} line={({ file, says }) => <><bdi dir="ltr">{file}</bdi>: <bdi>{says}</bdi></>} />
      <Lines title={say('request.restrictions')} of={restrictions} line={({ file, because }) => <><bdi dir="ltr">{file}</bdi>: {say(`restriction.${because}`)}</>} />
      <Lines title={say('request.forgettings')} of={forgettings} line={({ file, asking }) => <><bdi dir="ltr">{file}</bdi> <bdi dir="ltr">{asking}</bdi></>} />
      <Lines title={say('request.complaints')} of={complaints} line={({ to, at, says }) => <><When at={at} />: <bdi>{to}</bdi>. <bdi>{says}</bdi></>} />
      {closed && <p><strong>{say('request.closed')}</strong>: {say(`closing.${closed}`)}</p>}
    </>
  )
}

function Answer({ request: { answer, asked } }: { readonly request: RequestRead }) {
  const say = useSay()
  return (
    <section className="panel" aria-labelledby="request-answered">
      <h2 id="request-answered">{say('request.answered')}</h2>
      {answer === null && <p className="none-yet">{say('request.not-answered')}</p>}
      {answer && (
        <>
          <p><strong>{say(`outcome.${answer.outcome}`)}</strong> <When at={answer.at} /></p>
          {answer.words !== null && <p><bdi lang={asked.language}>{answer.words}</bdi></p>}
          {answer.wordsOfTheFile !== null && <p className="hint"><bdi>{answer.wordsOfTheFile}</bdi></p>}
          {answer.grounds.length > 0 && (
            <>
              <p>{say('request.grounds')}: {say(`request.grounds-${answer.groundsAre}`)}</p>
              <ul className="lines">{answer.grounds.map(({ ground, law }) => <li key={ground}>{say(`answer-ground.${ground}`)} <span className="hint"><bdi dir="ltr">{law.provision}</bdi> ({say(`sureness.${law.sureness}`)})</span></li>)}</ul>
              <p>{say('request.reason')}: <bdi>{answer.reason}</bdi></p>
            </>
          )}
          <p>{say('request.complain-to')}: <bdi>{answer.complainTo}</bdi></p>
        </>
      )}
    </section>
  )
}

/** What was recorded of one kind; nothing is shown where nothing was. */
function Lines<Entry>({ title, of, line }: { readonly title: string; readonly of: readonly Entry[]; readonly line: (entry: Entry) => ReactNode }) {
  if (of.length === 0) return null
  return (
    <section className="panel" aria-label={title}>
      <h2>{title}</h2>
      <ul className="lines">{of.map((entry) => <li key={JSON.stringify(entry)}>{line(entry)}</li>)}</ul>
    </section>
  )
}
