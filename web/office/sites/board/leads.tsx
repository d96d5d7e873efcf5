import { Mark } from '../../../../ui/mark.tsx'
import { useSay } from '../../../../ui/say.tsx'
import { AssignForm, CloseForm } from '../acts/lead-forms.tsx'
import type { SiteRead } from './board.ts'
import { useBoard, useNameOf } from './on-board.ts'
import { Doing, NoneYet, Panel } from './panel.tsx'
import { SaidId } from './said-id.tsx'
import { DueBy } from './tasks.tsx'
import { WhenHere } from '../when-here.tsx'

/** How an attempt was made, by its id; an attempt that is not in sight goes by its id. */
function useMethodOf(): (attempt: string) => string {
  const { board: { assessed: { operation: { attempts } } } } = useBoard()
  return (attempt) => (attempts === 'unknown' ? undefined : attempts.find(({ id }) => id === attempt))?.method ?? attempt
}

/** Everybody who saw, or who spoke for one who did, is owed an answer: by whom, until when, and how it was closed. */
export function Leads() {
  const say = useSay()
  const { board: { site: { leads } } } = useBoard()
  return (
    <Panel id="leads" title={say('lead.title')} term="missed-lead" beside={say('lead.open-count', { count: leads.filter(({ closed }) => closed === null).length })}>
      {leads.length === 0 && <NoneYet>{say('lead.nobody-owed')}</NoneYet>}
      <ul className="entries-of-board">{leads.map((lead) => <li key={lead.report}><Lead lead={lead} /></li>)}</ul>
    </Panel>
  )
}

type LeadRead = SiteRead['leads'][number]

function Lead({ lead: { report, owner, verifyBy, reviewBy, closed } }: { readonly lead: LeadRead }) {
  const say = useSay()
  const nameOf = useNameOf()
  const { board: { assessed: { operation: { reports } } } } = useBoard()
  const methodOf = useMethodOf()
  const told = reports === 'unknown' ? undefined : reports.find(({ id }) => id === report)
  return (
    <>
      <p><Mark of={closed ? 'holds' : owner === null ? 'unknown' : 'partly'} /> <strong>{told ? say(`kind.${told.kind}`) : report}</strong> <span className="hint"><SaidId id={report} /></span></p>
      {closed ? (
        <p><span title={closed.attempt}>{say('lead.closed', { who: nameOf(closed.noted.by), method: methodOf(closed.attempt) })}</span> <bdi>{closed.because}</bdi> {reviewBy !== null && <>{say('lead.reviewed')} <WhenHere at={reviewBy} /></>}</p>
      ) : (
        <>
          <p>
            {owner === null ? <strong className="runs-out">{say('lead.nobody')}</strong> : nameOf(owner)}
            {verifyBy !== null && <> · <DueBy words={say('lead.verify-by')} due={verifyBy} /></>}
            {reviewBy !== null && <> · <DueBy words={say('lead.review-by')} due={reviewBy} /></>}
          </p>
          <div className="acts">
            <Doing act={say(owner === null ? 'lead.assign' : 'lead.assign-again')}>{(close) => <AssignForm report={report} onDone={close} />}</Doing>
            <Doing act={say('lead.close')}>{(close) => <CloseForm report={report} onDone={close} />}</Doing>
          </div>
        </>
      )}
    </>
  )
}
