import { useMemo } from 'react'
import type { Messages } from '@lingui/core'
import { leaveAtOnce } from '../../ui/quick-exit.tsx'
import { Speaking, useSay } from '../../ui/say.tsx'
import { lookQuery, useLook, type Look } from '../words/use-look.ts'
import { voiceOf } from '../words/voice.ts'
import { Masthead } from './masthead.tsx'

/** What Daylight is for, what stands behind it, and what is here. */
export function FrontPage({ messages }: { readonly messages: Messages }) {
  const look = useLook()
  const say = useMemo(() => voiceOf(look.language, messages), [look.language, messages])
  return (
    <Speaking value={say}>
      <Masthead look={look} home={null} onLeave={leaveAtOnce} />
      <main className="front">
        <h1>{say('front.title')}</h1>
        <p className="lede">{say('front.for')}</p>
        <Statement />
        <Here look={look} />
      </main>
    </Speaking>
  )
}

function Statement() {
  const say = useSay()
  return (
    <section aria-labelledby="statement">
      <h2 id="statement">{say('front.statement')}</h2>
      <div className="two">
        <div>
          <h3>{say('front.smart')}</h3>
          <ul>{['evidence', 'goal', 'safety', 'segregate', 'interviews', 'compare', 'care'].map((id) => <li key={id}>{say(`front.smart-${id}`)}</li>)}</ul>
        </div>
        <div>
          <h3>{say('front.blind')}</h3>
          <ul>{['verify', 'assumption', 'clear', 'law', 'identify'].map((id) => <li key={id}>{say(`front.blind-${id}`)}</li>)}</ul>
        </div>
      </div>
      <p className="hint">{say('front.source')}</p>
    </section>
  )
}

function Here({ look: { language, light } }: { readonly look: Look }) {
  const say = useSay()
  return (
    <section aria-labelledby="here">
      <h2 id="here">{say('front.here')}</h2>
      <dl className="here">
        <div>
          <dt><a href="office/">{say('front.office-title')}</a></dt>
          <dd>{say('front.office')}</dd>
        </div>
        <div>
          <dt><a href={`blindness-test/${lookQuery(language, light)}`}>{say('test.title')}</a></dt>
          <dd>{say('front.test')}</dd>
        </div>
        <div>
          <dt><a href="api">{say('front.api-title')}</a></dt>
          <dd>{say('front.api')}</dd>
        </div>
        <div>
          <dt>{say('front.terminal-title')}</dt>
          <dd>{say('front.terminal')} <code dir="ltr">npm run daylight -- assess plan.yaml</code></dd>
        </div>
      </dl>
    </section>
  )
}
