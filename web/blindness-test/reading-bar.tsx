import type { Place } from '../../ui/keys.tsx'
import { goTo } from '../../ui/go-to.ts'
import { Mark } from '../../ui/mark.tsx'
import { useSay } from '../../ui/say.tsx'
import type { Assessed } from '../reading/assessed.ts'
import { unknownIn, verdictMark, verdictWords } from '../reading/verdict.tsx'

interface ReadingBarProps {
  readonly assessed: Assessed | null
  readonly places: readonly Place[]
  readonly onKeys: () => void
}

/** Parts of the reading that a lead on which nobody acted does not have. */
const OF_A_RAID: ReadonlySet<string> = new Set(['law', 'criteria'])

/** The verdict, in sight from anywhere on the page, and the way to each part of the reading. */
export function ReadingBar({ assessed, places, onKeys }: ReadingBarProps) {
  const say = useSay()
  const isLead = assessed?.reading.read === 'lead'
  const shown = places.filter(({ id }) => id !== 'entry' && (assessed !== null || id === 'verdict') && !(isLead && OF_A_RAID.has(id)))
  return (
    <div className="reading-bar screen-only">
      <p className={`bar-verdict verdict-${assessed ? (assessed.reading.verdict ?? 'urgent') : 'none'}`} role="status">
        {assessed ? <><Mark of={verdictMark(assessed)} /> {say(verdictWords(assessed))}<span className="state">{say('count.of-unknown', { ...unknownIn(assessed) })}</span></> : say('none.title')}
      </p>
      <nav aria-label={say('nav.title')}>
        <ul>
          {shown.map(({ id, words, key }) => (
            <li key={id}><a href={`#${id}`} aria-keyshortcuts={`g ${key}`} onClick={(event) => { event.preventDefault(); goTo(id) }}>{words}</a></li>
          ))}
          <li className="for-keyboards"><button type="button" className="plain" onClick={onKeys} aria-keyshortcuts="?">{say('keys.title')}</button></li>
        </ul>
      </nav>
    </div>
  )
}
