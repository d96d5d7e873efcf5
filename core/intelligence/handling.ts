/**
 * How far information may be passed on, narrowest first: the labels of the Traffic Light Protocol 2.0.
 *
 * Source: FIRST, TLP 2.0 (enforcement-side 1.4). Version 1's TLP:WHITE is read as TLP:CLEAR and not kept.
 */
export const SHARING_LABELS = ['TLP:RED', 'TLP:AMBER+STRICT', 'TLP:AMBER', 'TLP:GREEN', 'TLP:CLEAR'] as const
export type SharingLabel = (typeof SHARING_LABELS)[number]

/** With whom, in the order in which the labels open: each label adds the audience in its place. */
export const AUDIENCES = ['named-recipients', 'own-organisation', 'clients', 'community', 'anyone'] as const
export type Audience = (typeof AUDIENCES)[number]

/**
 * What may be done with information, least first: the Permissible Actions Protocol.
 *
 * Passing on and acting on are two questions. A message from inside a site may be shared with the
 * organisation and must still not be acted on in a way that those in control could notice.
 */
export const PERMITTED_ACTIONS = ['PAP:RED', 'PAP:AMBER', 'PAP:GREEN', 'PAP:CLEAR'] as const
export type PermittedAction = (typeof PERMITTED_ACTIONS)[number]

/** What somebody means to do, by how far it can be noticed: each permission adds the kind in its place. */
export const ACTION_KINDS = ['not-detectable', 'passive-check', 'active', 'any'] as const
export type ActionKind = (typeof ACTION_KINDS)[number]

/**
 * The handling code of a UK form, where the report came on one.
 *
 * 3x5x2: P, lawful sharing permitted; C, permitted with conditions, which are kept as written since the
 * list of condition codes could not be verified. 5x5x5: the meaning of 1 to 5 could not be verified
 * either, so the form's own words must come with the digit, and no rule here reads it.
 */
export type FormHandling =
  | { readonly scheme: '3x5x2'; readonly code: 'P' }
  | { readonly scheme: '3x5x2'; readonly code: 'C'; readonly conditions: string }
  | { readonly scheme: '5x5x5'; readonly code: '1' | '2' | '3' | '4' | '5'; readonly label: string }

/** Everything a report says about how it is to be handled; what it does not say is left out. */
export interface Handling {
  readonly sharing: SharingLabel
  readonly action?: PermittedAction
  readonly form?: FormHandling
}

/** Whether the label lets information reach an audience. Need to know is a second question, which no label answers. */
export const mayShareWith = (sharing: SharingLabel, audience: Audience): boolean =>
  AUDIENCES.indexOf(audience) <= SHARING_LABELS.indexOf(sharing)

/** Whether the permission covers a kind of action. */
export const mayActOn = (permitted: PermittedAction, action: ActionKind): boolean =>
  ACTION_KINDS.indexOf(action) <= PERMITTED_ACTIONS.indexOf(permitted)
