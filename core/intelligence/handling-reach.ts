import { ACTION_KINDS, mayActOn, mayShareWith, SHARING_LABELS, type ActionKind, type Audience, type Handling, type SharingLabel } from './handling.ts'
import { tightestHandling } from './tightest-handling.ts'

/** Whoever is to receive something: as whom, and whether they are of the organisation that holds it. */
export interface HandlingReach {
  readonly organisation: 'own' | 'another'
  readonly audience: Audience
  /** How many persons are named who alone receive it. */
  readonly named: number
}

/** The label of a paper that rests on several reports: the narrowest of all. Where none says anything, nobody has said that it may be passed on. */
export const narrowestSharing = (reports: readonly { readonly handling: Handling }[]): SharingLabel =>
  tightestHandling(reports.map(({ handling }) => handling))?.sharing ?? SHARING_LABELS[0]

/**
 * Whether a label lets something reach somebody.
 *
 * TLP:RED is for persons who are named, and for no organisation. TLP:AMBER+STRICT stays within the organisation, whoever is named outside it.
 * Source: FIRST, TLP 2.0 (enforcement-side 1.4).
 */
export function mayReach(label: SharingLabel, { organisation, audience, named }: HandlingReach): boolean {
  if (label === 'TLP:RED') return named > 0 && audience === 'named-recipients'
  if (label === 'TLP:AMBER+STRICT') return organisation === 'own'
  return mayShareWith(label, organisation === 'own' && audience !== 'named-recipients' ? 'own-organisation' : audience)
}

/**
 * The label among several that keeps them from somebody; null where each of them may reach them.
 *
 * Each is asked by itself: the narrowest alone would not do, since red may go to a person who is named elsewhere and amber and strict may not.
 */
export const labelThatForbids = (reports: readonly { readonly handling: Handling }[], reach: HandlingReach): SharingLabel | null =>
  SHARING_LABELS.find((label) => !mayReach(label, reach) && reports.some(({ handling }) => handling.sharing === label)) ?? null

/**
 * Whether reports may be the ground for something others can notice. A report that says nothing of it permits only what nobody notices.
 *
 * Source: the Permissible Actions Protocol (enforcement-side 1.4): a message from inside may be passed on and must still not be acted on so that those in control notice.
 */
export const mayBeGroundFor = (reports: readonly { readonly handling: Handling }[], act: ActionKind): boolean =>
  reports.every(({ handling }) => (handling.action === undefined ? act === ACTION_KINDS[0] : mayActOn(handling.action, act)))
