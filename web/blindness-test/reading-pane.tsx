import { useSay } from '../../ui/say.tsx'
import type { Assessed } from '../reading/assessed.ts'
import { ReadingOf } from '../reading/reading.tsx'
import { NoVerdictYet } from './no-verdict-yet.tsx'
import { PrintSection } from './print-section.tsx'

/** Everything that was computed, or, before anything is entered, what will be. It scrolls by itself, so the keyboard can reach it. */
export function ReadingPane({ assessed, from }: { readonly assessed: Assessed | null; readonly from: string | null }) {
  const say = useSay()
  return (
    <section className="reading-pane" aria-label={say('reading.title')} tabIndex={0}>
      {assessed ? (
        <>
          <p className="paper-only">{say('daylight')} · {say('test.title')}</p>
          <ReadingOf assessed={assessed} from={from} />
          <PrintSection assessed={assessed} />
        </>
      ) : (
        <NoVerdictYet />
      )}
    </section>
  )
}
