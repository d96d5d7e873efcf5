import type { AttemptDraft, Draft, ReportDraft } from './draft.ts'

const nothingTold = { told: 'unknown', rows: [] } as const

/** Nothing entered yet: everything is unknown, and nothing is taken for granted. */
export const BLANK_DRAFT: Draft = {
  operation: 'past',
  name: '',
  jurisdiction: '',
  siteName: '',
  venue: 'unknown',
  halfLifeDays: '',
  at: '',
  knownAt: '',
  rung: 'unknown',
  goal: { declared: 'unknown', tasking: 'unknown', powerOfEntry: '', says: '', sources: [] },
  offences: nothingTold,
  reports: nothingTold,
  attempts: nothingTold,
  shocks: [],
  alternative: { told: 'unknown', text: '' },
  facts: [],
  lead: { standing: 'unknown', reviewed: 'unknown', reviewBy: '', owner: '', says: '', sources: [] },
  sources: [],
  kept: {},
}

export const blankReport = (id: string): ReportDraft => ({
  id, kind: '', finding: 'present', observedAt: '', receivedAt: '', access: '', says: '', derivedFrom: [], sensitivity: '', specificity: '', sources: [], kept: {},
})

export const blankAttempt = (id: string): AttemptDraft => ({
  id, method: 'unknown', by: '', at: '', thisSite: 'unknown', ifNobodyThere: '', result: '', sensitivity: '', sources: [],
})

/** An id that nothing in the draft has. */
export function freshId(stem: string, draft: Draft): string {
  const taken = new Set(idsIn(draft))
  for (let n = 1; ; n += 1) if (!taken.has(`${stem}-${n}`)) return `${stem}-${n}`
}

function* idsIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return
  if ('id' in value && typeof value.id === 'string') yield value.id
  for (const inner of Object.values(value)) yield* idsIn(inner)
}
