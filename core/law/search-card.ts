import type { ElementRow, ElementSupport } from './element-matrix.ts'
import type { ElementId, ExploitationForm, OffenceDefinition, Provenance, Sureness } from './offence.ts'

/** What has proved an element in earlier cases, and so is worth looking for and asking about. */
export interface Corroboration extends Provenance {
  readonly id: string
  readonly elements: readonly ElementId[]
  readonly of: string
  readonly venues: 'sexual' | 'labour' | 'any'
  readonly lookFor: readonly string[]
  readonly ask: readonly string[]
  readonly sureness: Sureness
}

/** One element on the card of a search team: what the law names, what is planned, what to look for, whom to ask what. */
export interface SearchCardEntry {
  readonly element: ElementId
  readonly state: 'at-scene' | 'nothing' | 'unknown'
  readonly lawNames: readonly string[]
  readonly planned: readonly ElementSupport[]
  readonly lookFor: readonly string[]
  readonly ask: readonly string[]
  readonly from: readonly string[]
}

/**
 * What must still be found at the scene, element by element.
 *
 * Elements already held are left out, so that the team looks for what is missing.
 * Nothing on the card is to be asked of a person who may be a victim: accounts
 * are taken afterwards, elsewhere, by interviewers, and never of a child here.
 */
export function searchCard(
  offence: OffenceDefinition,
  rows: readonly ElementRow[],
  corroboration: readonly Corroboration[],
): readonly SearchCardEntry[] {
  const fitting = corroboration.filter((one) => fitsVenue(one, offence.exploitation))
  return rows.flatMap(({ element, state, atScene }) => {
    if (state === 'held' || state === 'not-required') return []
    const useful = fitting.filter((one) => one.elements.includes(element))
    return [{
      element,
      state,
      lawNames: offence.elements[element],
      planned: atScene,
      lookFor: useful.flatMap((one) => one.lookFor),
      ask: useful.flatMap((one) => one.ask),
      from: useful.map((one) => one.id),
    }]
  })
}

const SEXUAL: readonly ExploitationForm[] = ['prostitution-of-others', 'sexual']

function fitsVenue({ venues }: Corroboration, exploitation: OffenceDefinition['exploitation']): boolean {
  if (venues === 'any' || exploitation === 'any' || exploitation === 'unknown') return true
  return exploitation.some((form) => SEXUAL.includes(form) === (venues === 'sexual'))
}
