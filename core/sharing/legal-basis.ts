import type { OrganisationKind } from '../kernel/organisation.ts'

/**
 * On which ground of law somebody passes data on, with the law itself. Those of competent authorities and those of everybody else are apart,
 * since a police unit never passes data on by consent and an NGO never by a task of enforcement.
 */
export const LEGAL_BASES = [
  { id: 'task-of-authority', of: 'authority', law: 'Directive (EU) 2016/680, articles 4(1)(b) and 8' },
  { id: 'authority-other-purpose', of: 'authority', law: 'Directive (EU) 2016/680, article 9(1); Regulation (EU) 2016/679, article 6(1)(c) or (e)' },
  { id: 'authority-danger-to-life', of: 'authority', law: 'Directive (EU) 2016/680, articles 8 and 10(b); 28 CFR 23.20(f)(2)' },
  { id: 'consent', of: 'others', law: 'Regulation (EU) 2016/679, articles 6(1)(a) and 9(2)(a); IOM Data Protection Principles, 5' },
  { id: 'vital-interest', of: 'others', law: 'Regulation (EU) 2016/679, articles 6(1)(d) and 9(2)(c)' },
  { id: 'duty-in-law', of: 'others', law: 'Regulation (EU) 2016/679, article 6(1)(c)' },
  { id: 'public-task', of: 'others', law: 'Regulation (EU) 2016/679, article 6(1)(e)' },
] as const
export type LegalBasis = (typeof LEGAL_BASES)[number]['id']

export const LEGAL_BASIS_IDS = LEGAL_BASES.map(({ id }) => id) as readonly LegalBasis[]

/** Grounds that hold because somebody's life is in danger. */
export const DANGER_TO_LIFE: ReadonlySet<LegalBasis> = new Set(['authority-danger-to-life', 'vital-interest'])

/** Police and prosecution are competent authorities in the sense of the directive (article 3(7)); who else is one differs by country. */
const AUTHORITIES: ReadonlySet<OrganisationKind> = new Set(['police', 'prosecution'])

/** Whether whoever controls the data can pass it on, on this ground. */
export const mayRestOn = (controller: OrganisationKind, basis: LegalBasis): boolean =>
  LEGAL_BASES.some(({ id, of }) => id === basis && (of === 'authority') === AUTHORITIES.has(controller))
