import { useParams } from '@tanstack/react-router'
import { Button } from '@mantine/core'
import { useSay } from '../../../ui/say.tsx'
import type { Sent } from '../../../wire/api.ts'
import { RequestShown, type AnswerPaperShape } from '../../../wire/office/requests.ts'
import { usePaper } from '../../reading/use-paper.ts'
import { useAsked } from '../asking/use-asked.ts'
import { Day } from '../figures/when.tsx'
import { Held, Page } from '../page/page.tsx'
import { REQUESTS_PATH } from './requests-asked.ts'
import './requests.css'

type Paper = Sent<typeof AnswerPaperShape>

/** The answer as it leaves the house: made for paper, and read out where the person reads none. */
export function AnswerPage() {
  const say = useSay()
  const { request: id = '' } = useParams({ strict: false }) as { readonly request?: string }
  const asked = useAsked({ path: `${REQUESTS_PATH}/${id}`, streams: [`request/${id}`] }, RequestShown)
  const paper = asked.answer?.paper ?? null
  usePaper('', say('print.page'), say('print.of'))
  return (
    <Page title={say('request.paper')} kind={say('request.kind')} acts={paper && <Button onClick={() => window.print()}>{say('request.print')}</Button>}>
      <div className="screen-only">
        <p className="hint">{say('request.paper-hint')}</p>
        {paper && <p className="hint">{say('request.paper-interpret', { language: paper.language })}</p>}
      </div>
      <Held asked={asked} what={say('request.reading-one')}>{() => (paper ? <AnswerSheet paper={paper} /> : <p className="none-yet">{say('request.not-answered')}</p>)}</Held>
    </Page>
  )
}

/** Nothing stands on the sheet but the words of the answer and a frame of codes: no file, no name of anybody, no number of a case. */
export function AnswerSheet({ paper }: { readonly paper: Paper }) {
  const say = useSay()
  const { wants, receivedAt, answeredAt, outcome, words, grounds, complainTo, language } = paper
  return (
    <article className="answer-sheet" dir="auto">
      <h2>{say('paper.title')}</h2>
      <p>{say('paper.asked')} {say(`you-want.${wants}`)}. <Day at={receivedAt} /></p>
      <p>{say('paper.answered')} <Day at={answeredAt} /></p>
      <p>{outcome === 'neither-confirmed-nor-denied' ? say('paper.neither') : <strong>{say(`outcome.${outcome}`)}</strong>}</p>
      {words !== null && <div className="answer-words" lang={language} dir="auto">{words}</div>}
      {grounds.length > 0 && (
        <>
          <p>{say('paper.law')}</p>
          <ul>{grounds.map(({ ground, law }) => <li key={ground}>{say(`answer-ground.${ground}`)} {law.provision !== null && <bdi dir="ltr">{law.provision}</bdi>} {law.sureness !== 'seen' && <small>{say('paper.unverified')}</small>}</li>)}</ul>
        </>
      )}
      <p>{say('paper.complain')} <bdi lang={language}>{complainTo}</bdi></p>
    </article>
  )
}
