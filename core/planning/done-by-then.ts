import type { Instant } from '../kernel/instant.ts'
import type { Operation } from './operation.ts'

/** Whether something lay behind us when it is asked, and before entry: nobody has vetted, confirmed or looked tomorrow. */
export const isDoneByThen = (moment: Instant, { at, knownAt = at }: Pick<Operation, 'at' | 'knownAt'>): boolean =>
  moment <= at && moment <= knownAt
