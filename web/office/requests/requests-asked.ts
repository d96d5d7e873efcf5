import type { Sent } from '../../../wire/api.ts'
import type { RequestShown, RequestsShape } from '../../../wire/office/requests.ts'

export const REQUESTS_PATH = '/api/requests'

/** A request as the list shows it: what for and by when, and nothing of what was said. */
export type RequestLine = Sent<typeof RequestsShape>['requests'][number]

/** One request that is open before somebody. */
export type RequestRead = Sent<typeof RequestShown>

/** How a request is named on a screen and aloud: by the beginning of its id, which was drawn and says nothing. */
export const referenceOf = (id: string): string => id.slice(0, 8)
