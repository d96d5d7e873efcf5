import { useState } from 'react'
import { useSay } from '../../../../ui/say.tsx'
import { TimelineShape } from '../../../../wire/office/site-answers.ts'
import { useReportName } from '../../../reading/report-name.ts'
import { useAsked } from '../../asking/use-asked.ts'
import { LatestLooks } from '../../looks/latest-looks.tsx'
import { Held } from '../../page/page.tsx'
import { useBoard } from './on-board.ts'
import { Panel } from './panel.tsx'
import { WhenHere } from '../when-here.tsx'

/** Everything that happened, the newest first; from each line the board can be seen as it was known then. */
export function Timeline({ onAsKnown }: { readonly onAsKnown: (at: string) => void }) {
  const say = useSay()
  const called = useReportName()
  const { board: { site } } = useBoard()
  const asked = useAsked({ path: `/api/sites/${site.id}/timeline`, streams: [`site/${site.id}`] }, TimelineShape)
  return (
    <Panel id="timeline" title={say('site.timeline')}>
      <Held asked={asked} what={say('site.reading-timeline')}>
        {({ entries, names }) => (
          <ol className="timeline">
            {entries.toReversed().map(({ entry, type, by, receivedAt, occurredAt, about, says }) => (
              <li key={entry}>
                <span className="timeline-when"><WhenHere at={receivedAt} /></span>
                <span>
                  <strong>{say(`site.fact.${type.replace('/', '-')}`)}</strong> {names[by] ?? by}{about !== null && site.reports.some(({ id }) => id === about) && <> · <span title={about}>{called(about)}</span></>}
                  {says !== null && <>: <bdi>{says}</bdi></>}
                  {occurredAt !== receivedAt && Math.abs(Date.parse(occurredAt) - Date.parse(receivedAt)) > A_MINUTE && <span className="hint"> {say('site.happened')} <WhenHere at={occurredAt} /></span>}
                </span>
                <button type="button" className="plain" onClick={() => onAsKnown(receivedAt)}>{say('site.as-known-then')}</button>
              </li>
            ))}
          </ol>
        )}
      </Held>
    </Panel>
  )
}

const A_MINUTE = 60_000

/** Who opened this file, and who was turned away; asked for when somebody wants to see it. */
export function WhoLooked() {
  const say = useSay()
  const { board: { site } } = useBoard()
  const [open, setOpen] = useState(false)
  return (
    <Panel id="looks" title={say('site.looks')}>
      {open ? <LatestLooks path={`/api/sites/${site.id}/looks`} caption={say('site.looks')} moment={(at) => <WhenHere at={at} />} /> : <button type="button" onClick={() => setOpen(true)}>{say('site.show-looks')}</button>}
    </Panel>
  )
}

/** What a reviewer is asked to look at. It stops nothing. */
export function SiteConcerns() {
  const say = useSay()
  const called = useReportName()
  const { board: { site: { concerns } } } = useBoard()
  if (concerns.length === 0) return null
  return (
    <Panel id="concerns" title={say('concerns.title')}>
      <ul className="lines">{concerns.map(({ code, says, restsOn }) => <li key={`${code} ${restsOn.join(' ')}`}>{says} <span className="hint" title={restsOn.join(', ')}>{restsOn.map(called).join(', ')}</span></li>)}</ul>
    </Panel>
  )
}
