import { ACTION_KINDS, AUDIENCES, mayActOn, mayShareWith, PERMITTED_ACTIONS, SHARING_LABELS, type ActionKind, type Audience, type Handling, type PermittedAction, type SharingLabel } from './handling.ts'

/** What holds for a paper that quotes several statements: the narrowest of their labels. */
export interface TightestHandling {
  readonly sharing: SharingLabel
  readonly audiences: readonly Audience[]
  readonly action: PermittedAction | null
  readonly actions: readonly ActionKind[]
}

/** Null where no statement says how it is to be handled, which is not the same as that anybody may have it. */
export function tightestHandling(handlings: readonly Handling[]): TightestHandling | null {
  const sharing = SHARING_LABELS.find((label) => handlings.some((handling) => handling.sharing === label))
  if (!sharing) return null
  const action = PERMITTED_ACTIONS.find((label) => handlings.some((handling) => handling.action === label)) ?? null
  return {
    sharing,
    audiences: AUDIENCES.filter((audience) => mayShareWith(sharing, audience)),
    action,
    actions: action === null ? [] : ACTION_KINDS.filter((kind) => mayActOn(action, kind)),
  }
}
