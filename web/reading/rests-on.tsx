import { useSay } from '../../ui/say.tsx'
import { useAssessed } from './assessed.ts'
import { SourceName } from './source-name.tsx'

/** What something rests on: in the words of each entry, with where it was read. An entry without words of its own stands by its sources, or not at all. */
export function RestsOn({ ids }: { readonly ids: readonly string[] }) {
  const { entries } = useAssessed()
  const told = ids.flatMap((id) => entries.get(id) ?? []).filter(({ says, sources }) => says !== null || sources.length > 0)
  if (told.length === 0) return null
  return (
    <ul className="rests-on">
      {told.map(({ id, says, sources }) => (
        <li key={id}>
          {says !== null && <q><bdi>{says}</bdi></q>} <Sources ids={sources} />
        </li>
      ))}
    </ul>
  )
}

/** Sources by their publishers; other entries, such as reports, by who spoke. */
function Sources({ ids }: { readonly ids: readonly string[] }) {
  const { operation, entries } = useAssessed()
  const say = useSay()
  if (ids.length === 0) return null
  const sources = operation.sources.filter(({ id }) => ids.includes(id))
  const others = ids.filter((id) => !sources.some((source) => source.id === id)).map((id) => {
    const report = operation.reports === 'unknown' ? undefined : operation.reports.find((one) => one.id === id)
    return report ? say(`kind.${report.kind}`) : (entries.get(id)?.says ?? id)
  })
  return (
    <cite>
      {sources.map((source) => <SourceName key={source.id} source={source} />)}
      {others.length > 0 && <span className="source-name">{say('source.rests-on-entries', { entries: others.join('; ') })}</span>}
    </cite>
  )
}
