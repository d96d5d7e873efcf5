import { instant } from '../../core/kernel/instant.ts'
import { withZone } from '../../ui/clock.ts'
import { useLanguage } from '../words/use-language.ts'
import { useAssessed } from './assessed.ts'
import { useReportName } from './report-name.ts'

type Figures = Readonly<Record<string, string | number>>

const FULL_INSTANT = /^\d{4}-\d{2}-\d{2}T/

/** The figures of a sentence with times as this page tells them, and reports as people call them; by itself a sentence tells both as a machine does. */
export function useFiguresHere(): (figures: Figures) => Figures {
  const language = useLanguage()
  const { zone } = useAssessed()
  const called = useReportName()
  const here = (name: string, value: string | number): string | number => {
    if (typeof value !== 'string') return value
    if (name === 'report') return called(value)
    return FULL_INSTANT.test(value) ? withZone(instant(Date.parse(value)), zone, language) : value
  }
  return (figures) => Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, here(name, value)]))
}
