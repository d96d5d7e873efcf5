import type { Sent } from '../../../wire/api.ts'
import { type ExposureShape, ReceivedShown, ReceiversShape, SharedWithUsShape, SharesShape, ShareShown } from '../../../wire/office/shares.ts'
import { useAsked, type Asked } from '../asking/use-asked.ts'

export const SHARES_PATH = '/api/shares'
export const RECEIVED_PATH = '/api/shared-with-us'

export type ShareLine = Sent<typeof SharesShape>['shares'][number]
export type ShareRead = Sent<typeof ShareShown>
export type ReceivedLine = Sent<typeof SharedWithUsShape>['shares'][number]
export type ReceivedRead = Sent<typeof ReceivedShown>
export type Finding = Sent<typeof ExposureShape>['findings'][number]
export type Receivers = Sent<typeof ReceiversShape>

const MOST = 200

/** What left one's own organisation. */
export const useShares = (): Asked<Sent<typeof SharesShape>> => useAsked({ path: `${SHARES_PATH}?limit=${MOST}`, streams: ['share/'] }, SharesShape)

/** What came to it. */
export const useReceived = (): Asked<Sent<typeof SharedWithUsShape>> => useAsked({ path: `${RECEIVED_PATH}?limit=${MOST}`, streams: ['share/'] }, SharedWithUsShape)

export const useShare = (id: string): Asked<ShareRead> => useAsked({ path: `${SHARES_PATH}/${id}`, streams: [`share/${id}`] }, ShareShown)
export const useReceivedShare = (id: string): Asked<ReceivedRead> => useAsked({ path: `${RECEIVED_PATH}/${id}`, streams: [`share/${id}`] }, ReceivedShown)
export const useReceivers = (): Asked<Receivers> => useAsked({ path: `${SHARES_PATH}/receivers` }, ReceiversShape)
