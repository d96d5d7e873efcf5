import type { OfficeAction } from '../../../core/kernel/action.ts'
import { useSession } from './use-session.ts'

/** Whether whoever is signed in may do something in the office, as the server read it in the policies. */
export const useMay = (action: OfficeAction): boolean => useSession().answer?.person?.may.includes(action) ?? false
