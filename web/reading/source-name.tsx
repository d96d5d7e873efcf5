import type { Source } from '../../core/planning/operation.ts'
import { Mark } from '../../ui/mark.tsx'
import { useSay } from '../../ui/say.tsx'

/** Publishers that nobody recorded; such a source goes by its title. */
const NOT_RECORDED: ReadonlySet<string> = new Set(['not recorded', 'not said', 'unknown'])

/** A source by its publisher and date. What nobody here has read is marked as unverified wherever it stands. */
export function SourceName({ source: { publisher, title, date, reading } }: { readonly source: Source }) {
  const say = useSay()
  return (
    <span className="source-name">
      <bdi>{NOT_RECORDED.has(publisher) ? title : publisher}</bdi>
      {date !== 'unknown' && <>, <bdi className="date" dir="ltr">{date}</bdi></>}
      {reading === 'memory' && (
        <span className="unverified">
          <Mark of="unknown" /> {say('source.unverified')}
        </span>
      )}
    </span>
  )
}
