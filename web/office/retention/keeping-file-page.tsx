import { Link, useParams } from '@tanstack/react-router'
import { useSay } from '../../../ui/say.tsx'
import { KeepingShown } from '../../../wire/office/retention-answers.ts'
import { useAsked } from '../asking/use-asked.ts'
import { When } from '../figures/when.tsx'
import { Held, Page } from '../page/page.tsx'
import { useSession } from '../session/use-session.ts'
import { Forgetting } from './forgetting.tsx'
import { Holds } from './holds.tsx'
import { KEEPING_STREAMS, keepingPath, type ShownKeeping } from './keeping-asked.ts'
import { Review } from './review.tsx'
import './keeping.css'

/** How long one file, report or person's words are kept: holds, the day of review, and forgetting. */
export function KeepingFilePage() {
  const say = useSay()
  const { kind = '', id = '' } = useParams({ strict: false }) as { readonly kind?: string; readonly id?: string }
  const asked = useAsked({ path: keepingPath(`${kind}/${id}`), streams: [...KEEPING_STREAMS, 'site/', 'plan/', 'source/'] }, KeepingShown)
  const me = useSession().answer?.person?.id ?? null
  return (
    <Page title={say('keeping.of', { what: say(`holder.${kind}`) })} kind={say('place.keeping')} acts={<Link to="/keeping">{say('keeping.to-list')}</Link>}>
      <Held asked={asked} what={say('keeping.reading-one')}>
        {(keeping) => (
          <div className="keeping">
            <p className="hint">{say('keeping.lies-in')} {keeping.files.map((file) => <bdi key={file} dir="ltr">{file} </bdi>)}</p>
            <Holds keeping={keeping} />
            <Review keeping={keeping} />
            <Forgetting keeping={keeping} me={me} />
            <History keeping={keeping} />
          </div>
        )}
      </Held>
    </Page>
  )
}

function History({ keeping: { history, names } }: { readonly keeping: ShownKeeping }) {
  const say = useSay()
  if (history.length === 0) return null
  return (
    <details>
      <summary>{say('keeping.history', { count: history.length })}</summary>
      <ul>{history.map(({ entry, type, by, receivedAt }) => <li key={entry}>{say(`keeping-done.${type}`)} · {names[by] ?? by} <When at={receivedAt} /></li>)}</ul>
    </details>
  )
}
