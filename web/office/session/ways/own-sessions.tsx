import { Button } from '@mantine/core'
import { useSay } from '../../../../ui/say.tsx'
import { OwnWaysShape, type OwnWaysSent } from '../../../../wire/office/own-ways.ts'
import { Refused } from '../../asking/refused.tsx'
import { useSending } from '../../asking/use-sending.ts'
import { When } from '../../figures/when.tsx'
import { Listing } from '../../page/listing.tsx'
import { SESSION_PATH, WAYS_PATH } from '../session-path.ts'

const SESSIONS_PATH = `${SESSION_PATH}/sessions`

/** Where somebody is signed in, and the end of what they do not know. */
export function OwnSessions({ ways: { sessions } }: { readonly ways: OwnWaysSent }) {
  const say = useSay()
  const { send, refusal, waiting } = useSending(OwnWaysShape, [WAYS_PATH])
  const end = (path: string): void => void send({ path, method: 'DELETE' })
  return (
    <section className="sheet" aria-labelledby="own-sessions">
      <h2 id="own-sessions">{say('ways.sessions')}</h2>
      {refusal && <Refused refusal={refusal} />}
      <Listing
        caption={say('ways.sessions')} rows={sessions} rowKey={({ id }) => id} none={null}
        columns={[
          { id: 'from', head: say('ways.session-from'), cell: ({ from, current }) => <><bdi dir="ltr">{from === 'this-machine' ? say('ways.this-machine') : from}</bdi>{current === 'yes' && <> <strong>{say('ways.session-this')}</strong></>}</> },
          { id: 'device', head: say('ways.session-device'), room: 'wide', cell: ({ device }) => (device === null ? say('ways.no-device') : <bdi>{device}</bdi>) },
          { id: 'begun', head: say('ways.session-begun'), cell: ({ begunAt }) => <When at={begunAt} /> },
          { id: 'seen', head: say('ways.session-seen'), cell: ({ seenAt }) => <When at={seenAt} /> },
          { id: 'by', head: say('ways.session-by'), room: 'wide', cell: ({ provedBy }) => say(`ways.by-${provedBy}`) },
          { id: 'acts', head: say('people.acts'), cell: ({ id, current }) => current === 'no' && <button type="button" className="plain" onClick={() => end(`${SESSIONS_PATH}/${id}`)}>{say('ways.session-end')}</button> },
        ]}
      />
      {sessions.length > 1 && <Button variant="default" onClick={() => end(SESSIONS_PATH)} aria-disabled={waiting}>{say('ways.sessions-end')}</Button>}
    </section>
  )
}
