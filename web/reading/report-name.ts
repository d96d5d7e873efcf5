import { useSay } from '../../ui/say.tsx'
import { useAssessed } from './assessed.ts'

/** What people call a report: the handle that its site gave it, or its kind where none is known here; its id where somebody chose that. */
export function useHandle(): (id: string) => string {
  const kindOf = useKindOf()
  const { handles } = useAssessed()
  return (id) => (handles === null ? id : (handles.get(id) ?? kindOf(id) ?? id))
}

/** A handle says nothing by itself, so that who spoke stands beside it. */
export function useReportName(): (id: string) => string {
  const say = useSay()
  const kindOf = useKindOf()
  const handleOf = useHandle()
  const { handles } = useAssessed()
  return (id) => {
    const [handle, kind] = [handles?.get(id), kindOf(id)]
    return handle !== undefined && kind !== null ? say('report.called', { handle, kind }) : handleOf(id)
  }
}

/** Who spoke, in words; null where no such report is in sight. */
function useKindOf(): (id: string) => string | null {
  const say = useSay()
  const { operation: { reports } } = useAssessed()
  return (id) => {
    const report = reports === 'unknown' ? undefined : reports.find((one) => one.id === id)
    return report ? say(`kind.${report.kind}`) : null
  }
}
