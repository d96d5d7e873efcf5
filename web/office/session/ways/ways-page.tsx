import { Link } from '@tanstack/react-router'
import { useSay } from '../../../../ui/say.tsx'
import { OwnWaysShape, type OwnWaysSent } from '../../../../wire/office/own-ways.ts'
import { useAsked } from '../../asking/use-asked.ts'
import { When } from '../../figures/when.tsx'
import { Held, Page } from '../../page/page.tsx'
import { WAYS_PATH } from '../session-path.ts'
import { OwnAccount } from './own-account.tsx'
import { OwnDevice } from './own-device.tsx'
import { OwnSessions } from './own-sessions.tsx'
import { Passkeys } from './passkeys.tsx'
import { SecondFactor } from './second-factor.tsx'

/** How whoever is signed in signs in: password, second factor, passkeys, where they are signed in, and what was changed by whom. */
export function WaysPage() {
  const say = useSay()
  const ways = useAsked({ path: WAYS_PATH, streams: [WAYS_PATH] }, OwnWaysShape)
  return (
    <Page title={say('place.me')}>
      <p className="hint">{say('ways.for')}</p>
      <section className="sheet" aria-labelledby="own-password">
        <h2 id="own-password">{say('sign-in.password')}</h2>
        <p><Link to="/me/password">{say('password.act')}</Link></p>
      </section>
      <Held asked={ways} what={say('ways.reading')}>
        {(answer) => (
          <>
            <SecondFactor ways={answer} />
            <Passkeys ways={answer} />
            <OwnAccount ways={answer} />
            <OwnDevice ways={answer} />
            <OwnSessions ways={answer} />
            <Changes history={answer.history} />
          </>
        )}
      </Held>
    </Page>
  )
}

/** What was done to somebody's own ways in: what they do not know of is for them to find. */
function Changes({ history }: Pick<OwnWaysSent, 'history'>) {
  const say = useSay()
  if (history.length === 0) return null
  return (
    <section className="sheet" aria-labelledby="own-changes">
      <h2 id="own-changes">{say('ways.changes')}</h2>
      <ul className="own-changes">
        {history.map(({ at, what, by }) => (
          <li key={`${at} ${what}`}><When at={at} /> {say(`ways.what-${what}`)}{by === 'administrator' && <strong> {say('ways.by-administrator')}</strong>}</li>
        ))}
      </ul>
    </section>
  )
}
