/**
 * What can be done with a file: a site, a plan or a source. Few, so that everybody knows what each of them means.
 *
 * `answer` is answering a task one was given, and disagreeing beside an assessment. `weigh` takes a source's or a site's coded values into a number
 * that somebody reads elsewhere, and shows none of its words. `name` says who needs to know, and who no longer does.
 */
export const FILE_ACTIONS = ['read', 'record', 'answer', 'write', 'decide', 'weigh', 'identify', 'name', 'share', 'hold', 'forget'] as const
export type FileAction = (typeof FILE_ACTIONS)[number]

/** What can be done with something passed on to another organisation, by its two sides. */
export const SHARE_ACTIONS = ['read-share', 'acknowledge', 'recall'] as const
export type ShareAction = (typeof SHARE_ACTIONS)[number]

/** What can be done with somebody's request about what is held of them. */
export const REQUEST_ACTIONS = ['read-request', 'answer-request'] as const
export type RequestAction = (typeof REQUEST_ACTIONS)[number]

/** What can be done in the office as a whole. */
export const OFFICE_ACTIONS = [
  'open-site', 'open-plan', 'register-source', 'see-cases', 'sign-policy', 'find', 'break-glass', 'review-glass',
  'see-shares', 'take-requests', 'see-keeping', 'keep-notes', 'read-looks', 'keep-people',
] as const
export type OfficeAction = (typeof OFFICE_ACTIONS)[number]

export type Action = FileAction | ShareAction | RequestAction | OfficeAction

