import { answered, lack } from '../answer.ts'
import type { Rule } from './rule.ts'
import { undertaken } from './undertaken.ts'

/** No camera but the recorder's; one person who may say anything. Press presence never helped a prosecution in the operations read. */
export const media: Rule<'media'> = {
  'media/none-embedded': (operation) => undertaken(operation, operation.plan.media.noneEmbedded, 'media/not-ruled-out'),

  'media/release-officer': ({ plan: { media: { releaseOfficers } } }) => {
    if (releaseOfficers.length === 0) return answered(releaseOfficers, [lack('media/no-release-officer')])
    return answered(releaseOfficers, releaseOfficers.length > 1 ? [lack('media/several-release-officers')] : [])
  },
}
