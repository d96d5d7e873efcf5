import { newId } from '../../../../crypto/browser-id.ts'

/** The id of a report that is being written. What people call it follows from the order in which reports reach the site. */
export const newReportId = (): string => `report-${newId()}`
