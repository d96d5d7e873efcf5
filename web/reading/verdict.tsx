import type { Assessed } from './assessed.ts'
import { useAssessed } from './assessed.ts'
import { asWritten } from '../../ui/clock.ts'
import { Moment } from '../../ui/figure.tsx'
import { NO_HOUR } from '../entry/file-of.ts'
import { useLanguage } from '../words/use-language.ts'
import { Mark, type Standing } from '../../ui/mark.tsx'
import { useSay } from '../../ui/say.tsx'

/** The words a verdict goes by; a past operation that is not smart was not shown to be, and nothing more is said of it. */
export function verdictWords({ reading, operation }: Pick<Assessed, 'reading' | 'operation'>): string {
  if (reading.verdict === null) return 'verdict.urgent'
  return reading.verdict === 'not-ready' && operation.operation === 'past' ? 'verdict.not-ready-past' : `verdict.${reading.verdict}`
}

export const meaningOf = ({ reading }: Pick<Assessed, 'reading'>): string => `verdict.${reading.verdict ?? 'urgent'}-means`

const MARKS: Readonly<Record<string, Standing>> = { smart: 'holds', 'not-missed': 'holds', 'not-ready': 'partly', blind: 'found', missed: 'found' }
export const verdictMark = ({ reading }: Pick<Assessed, 'reading'>): Standing => MARKS[reading.verdict ?? ''] ?? 'unknown-sign'

/** What was asked and of how much of it nothing is known. */
export function unknownIn({ reading }: Pick<Assessed, 'reading'>): { readonly count: number; readonly of: number } {
  if (reading.read === 'raid') return reading.unknown
  return { of: reading.requirements.length, count: reading.requirements.filter(({ met }) => met === 'unknown').length }
}

/** The verdict with its one sentence, under the line that says what it was computed from. */
export function Verdict({ from }: { readonly from: string | null }) {
  const say = useSay()
  const language = useLanguage()
  const assessed = useAssessed()
  const { operation, file, reading } = assessed
  const hour = String(file['at'])
  return (
    <header className="verdict-head">
      <p className="computed">{say('computed.from-entered', { ...unknownIn(assessed) })}</p>
      <h2 className={`verdict verdict-${reading.verdict ?? 'urgent'}`} id="verdict-words">
        <Mark of={verdictMark(assessed)} />
        {say(verdictWords(assessed))}
      </h2>
      <p className="verdict-means">{say(meaningOf(assessed))}</p>
      <p className="verdict-of">
        {operation.name}
        {hour !== NO_HOUR && (
          <>
            {' · '}
            {say(operation.operation === 'none' ? 'when.judged-at' : 'when.hour-of-entry')} <Moment>{asWritten(hour, language)}</Moment>
          </>
        )}
        {from !== null && from !== operation.name && ` · ${say('computed.from-file', { file: from })}`}
      </p>
    </header>
  )
}
