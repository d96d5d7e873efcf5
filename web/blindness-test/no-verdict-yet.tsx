import { MARKERS } from '../../core/planning/markers.ts'
import { Mark } from '../../ui/mark.tsx'
import { useSay } from '../../ui/say.tsx'
import { Term } from '../../ui/term.tsx'

/** Before anything is entered: that nothing is known, what is looked for, and what each verdict would say. */
export function NoVerdictYet() {
  const say = useSay()
  return (
    <section id="verdict" className="part" aria-labelledby="verdict-words">
      <p className="computed">{say('none.computed')}</p>
      <h2 className="verdict verdict-none" id="verdict-words"><Mark of="unknown-sign" /> {say('none.title')}</h2>
      <p className="verdict-means">{say('none.means')}</p>
      <h3>{say('none.signs')}</h3>
      <ul className="markers">
        {MARKERS.map((id) => (
          <li key={id} className="marker marker-unknown">
            <Mark of="unknown-sign" />
            <div><p className="marker-title"><strong>{say(`marker.${id}`)}</strong> <span className="state">{say('state.unknown')}</span><Term of={id} /></p></div>
          </li>
        ))}
      </ul>
      <h3>{say('none.verdicts')}</h3>
      <dl className="verdicts">
        {[['blind', 'verdict.blind', 'verdict.blind-means'], ['not-ready', 'verdict.not-ready-past', 'verdict.not-ready-means'], ['smart', 'verdict.smart', 'verdict.smart-means'], ['missed', 'verdict.missed', 'verdict.missed-means']].map(([id = '', word = '', means = '']) => (
          <div key={id}>
            <dt className={`verdict-${id}`}>{say(word)}</dt>
            <dd>{say(means)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
