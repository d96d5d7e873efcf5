import type { Answer, ExploitationForm, OffenceDefinition } from './offence.ts'

/** The exploitation Palermo asks for at least: article 3(a). */
export const PALERMO_EXPLOITATION = [
  'prostitution-of-others', 'sexual', 'forced-labour', 'slavery', 'servitude', 'organ-removal',
] as const satisfies readonly ExploitationForm[]

/** A child is any person under eighteen: Palermo, article 3(d). */
export const PALERMO_CHILD_AGE = 18

export type PalermoGapCode =
  | 'law/means-asked-of-a-child'
  | 'law/means-of-a-child-unknown'
  | 'law/no-means-asked'
  | 'law/movement-asked'
  | 'law/consent-counts'
  | 'law/child-age-differs'
  | 'law/victims-narrower'
  | 'law/purpose-not-named'
  | 'law/purpose-unknown'
  | 'law/exploitation-itself'
  | 'law/not-trafficking'

/**
 * One way in which an offence differs from the Palermo definition.
 *
 * `narrower` leaves something out that Palermo punishes; `wider` punishes more.
 * Either can stop a request across a border, where both states must punish the conduct.
 */
export interface PalermoGap {
  readonly code: PalermoGapCode
  readonly article: string
  readonly direction: 'narrower' | 'wider' | 'other' | 'unknown'
  readonly says: string
  readonly forms: readonly ExploitationForm[]
}

/** Where an offence departs from article 3 of the Palermo Protocol. Computed from the row, so that a row and its gaps never disagree. */
export function palermoGaps(offence: OffenceDefinition): readonly PalermoGap[] {
  const { kind } = offence
  if (kind !== 'trafficking' && kind !== 'exploitation') return [NOT_TRAFFICKING]
  const shared = [...meansGaps(offence.meansRequired), ...victimGaps(offence)]
  return kind === 'exploitation' ? [EXPLOITATION_ITSELF, ...shared] : [...shared, ...movementGap(offence.requiresMovement), ...purposeGaps(offence)]
}

const gap = (code: PalermoGapCode, article: string, direction: PalermoGap['direction'], says: string, forms: readonly ExploitationForm[] = []): PalermoGap =>
  ({ code, article, direction, says, forms })

const NOT_TRAFFICKING = gap('law/not-trafficking', 'art. 3(a)', 'other', 'The offence punishes something beside trafficking, not trafficking as Palermo defines it.')

const EXPLOITATION_ITSELF = gap('law/exploitation-itself', 'art. 3(a)', 'other',
  'The offence punishes the exploitation itself; recruiting, moving or harbouring for it is not what it is about.')

function meansGaps({ adult, child }: OffenceDefinition['meansRequired']): readonly PalermoGap[] {
  const gaps: PalermoGap[] = []
  if (child === 'yes') gaps.push(gap('law/means-asked-of-a-child', 'art. 3(c)', 'narrower', 'The law asks for means even where the victim is a child; Palermo does not.'))
  if (child === 'unknown') gaps.push(gap('law/means-of-a-child-unknown', 'art. 3(c)', 'unknown', 'It is not known whether the law asks for means where the victim is a child.'))
  if (adult === 'no') gaps.push(gap('law/no-means-asked', 'art. 3(a)', 'wider', 'The law asks for no means for an adult; Palermo does.'))
  return gaps
}

function victimGaps({ childAge, victims, consentRelevant }: OffenceDefinition): readonly PalermoGap[] {
  const gaps: PalermoGap[] = []
  if (childAge !== PALERMO_CHILD_AGE) {
    const direction = childAge > PALERMO_CHILD_AGE ? 'wider' : 'narrower'
    gaps.push(gap('law/child-age-differs', 'art. 3(d)', direction, `The rule for children reaches to the age of ${childAge}; Palermo's reaches to ${PALERMO_CHILD_AGE}.`))
  }
  if (victims !== 'anyone') gaps.push(gap('law/victims-narrower', 'art. 3(a)', 'narrower', `The offence protects ${victims === 'child' ? 'children' : 'adults'} alone.`))
  if (consentRelevant === 'yes') gaps.push(gap('law/consent-counts', 'art. 3(b)', 'narrower', 'Consent of the victim can answer the charge even where means were used.'))
  return gaps
}

const movementGap = (requiresMovement: Answer): readonly PalermoGap[] =>
  requiresMovement === 'yes'
    ? [gap('law/movement-asked', 'art. 3(a)', 'narrower', 'The law asks for travel or removal; under Palermo harbouring or receiving is enough.')]
    : []

function purposeGaps({ exploitation }: OffenceDefinition): readonly PalermoGap[] {
  if (exploitation === 'unknown') return [gap('law/purpose-unknown', 'art. 3(a)', 'unknown', 'It is not known which forms of exploitation the law names.')]
  if (exploitation === 'any') return []
  const unnamed = PALERMO_EXPLOITATION.filter((form) => !exploitation.includes(form))
  return unnamed.length === 0
    ? []
    : [gap('law/purpose-not-named', 'art. 3(a)', 'narrower', 'The law does not name every form of exploitation that Palermo asks for at least.', unnamed)]
}
