import type { ReportOnFile } from '../intelligence/site-facts.ts'
import { accept, refuse, type Decision } from '../kernel/decider.ts'
import { mayRestOn } from './legal-basis.ts'
import type { Passed, ShareFact, SharePrepared } from './share-facts.ts'

export type PrepareShareRefusal =
  | { readonly code: 'share/not-another-organisation' }
  | { readonly code: 'share/nothing-to-pass-on' }
  | { readonly code: 'share/no-such-report'; readonly reports: readonly string[] }
  | { readonly code: 'share/basis-not-theirs'; readonly facts: readonly string[] }
  | { readonly code: 'share/consent-not-in-writing' }

/**
 * Writing down what is to be passed on, and on which ground. It leaves only once somebody else lets it go.
 *
 * Each fact names who answers for it and on which ground of law; those of the police and those of everybody else are never mixed.
 */
export function prepareShare(prepared: SharePrepared, reports: readonly ReportOnFile[]): Decision<ShareFact, PrepareShareRefusal> {
  if (prepared.from.id === prepared.to.organisation.id) return refuse({ code: 'share/not-another-organisation' })
  const obstacle = wrongIn(prepared.passed, prepared.inWriting, reports)
  return obstacle ? refuse(obstacle) : accept({ type: 'share/prepared', ...prepared })
}

/** What is wrong with what is to be passed on, whoever receives it; null where nothing is. */
export function wrongIn({ facts }: Passed, inWriting: SharePrepared['inWriting'], reports: readonly ReportOnFile[]): PrepareShareRefusal | null {
  if (facts.length === 0) return { code: 'share/nothing-to-pass-on' }
  const held = new Set<string>(reports.map(({ id }) => id))
  const unknown = facts.flatMap(({ restsOn }) => restsOn).filter((id) => !held.has(id))
  if (unknown.length > 0) return { code: 'share/no-such-report', reports: [...new Set(unknown)] }
  const groundless = facts.filter(({ controller, basis }) => !mayRestOn(controller.kind, basis))
  if (groundless.length > 0) return { code: 'share/basis-not-theirs', facts: groundless.map(({ id }) => id) }
  return facts.some(({ basis }) => basis === 'consent') && inWriting !== 'yes' ? { code: 'share/consent-not-in-writing' } : null
}
