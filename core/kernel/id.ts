declare const brand: unique symbol

/** A string that can only come from the boundary that checked it. */
export type Id<Of extends string> = string & { readonly [brand]: Of }

export type PersonId = Id<'person'>
export type ReportId = Id<'report'>
export type ActorId = Id<'actor'>
export type DeviceId = Id<'device'>
export type EntryId = Id<'entry'>
export type SiteId = Id<'site'>
export type PlanId = Id<'plan'>
export type SourceId = Id<'source'>
export type ShareId = Id<'share'>
export type RequestId = Id<'request'>

/** Whoever or whatever words are sealed for: a person, a report as long as nobody is known, or the file of a place, a plan, a source, something passed on, or a request. */
export type HolderId = PersonId | ReportId | SiteId | PlanId | SourceId | ShareId | RequestId

/** What words can be sealed for. */
export const HOLDERS = ['person', 'report', 'site', 'plan', 'source', 'share', 'request'] as const

/** Under which name the words of one holder are sealed. */
export const holderOf = (what: (typeof HOLDERS)[number], id: string): HolderId => `${what}/${id}` as HolderId

const OPAQUE = /^[A-Za-z0-9][A-Za-z0-9._:/-]{0,199}$/

/** Ids stand in clear in logs, lists and refusals, so their letters leave no room for a name or a sentence. */
export const isOpaque = (text: string): boolean => OPAQUE.test(text)
