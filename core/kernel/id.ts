declare const brand: unique symbol

/** A string that can only come from the boundary that checked it. */
export type Id<Of extends string> = string & { readonly [brand]: Of }

export type PersonId = Id<'person'>
export type ReportId = Id<'report'>
export type ActorId = Id<'actor'>
export type DeviceId = Id<'device'>
export type EntryId = Id<'entry'>

/** Whoever words are sealed for: a person, or a report as long as nobody is known. */
export type HolderId = PersonId | ReportId

const OPAQUE = /^[A-Za-z0-9][A-Za-z0-9._:/-]{0,199}$/

/** Ids stand in clear in logs, lists and refusals, so their letters leave no room for a name or a sentence. */
export const isOpaque = (text: string): boolean => OPAQUE.test(text)
