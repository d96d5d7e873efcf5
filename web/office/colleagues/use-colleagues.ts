import type { Sent } from '../../../wire/api.ts'
import { ColleaguesShape } from '../../../wire/office/colleagues.ts'
import { useAsked } from '../asking/use-asked.ts'

/** Somebody who works on cases here. */
export type CaseWorker = Sent<typeof ColleaguesShape>['colleagues'][number]

const NOBODY: readonly CaseWorker[] = []

/** Everybody to whom something can be given, by name. */
export const useColleagues = (): readonly CaseWorker[] => useAsked({ path: '/api/colleagues' }, ColleaguesShape).answer?.colleagues ?? NOBODY
