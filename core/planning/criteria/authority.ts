import { answered, lack } from '../answer.ts'
import { enforces, plainName, type TeamOrganisation, type TeamMember } from '../plan.ts'
import { STATIONS, type Station } from '../policy.ts'
import type { Rule } from './rule.ts'
import { undertaken } from './undertaken.ts'

/** Partners have no authority to enforce and are not a substitute for it (source document, "NGO involvement"). */
const PARTNERS: ReadonlySet<TeamOrganisation> = new Set(['ngo', 'private'])

/** Nearer to the door than policy lets a partner come. Where a plan does not say where they stand, this asks nothing. */
const isNearer = ({ stands }: TeamMember, most: Station): boolean => stands !== undefined && STATIONS.indexOf(stands) > STATIONS.indexOf(most)

/** Who leads and who opens the door: people with the power to, women among them, and nobody with a number to reach. */
export const authority: Rule<'authority'> = {
  'authority/no-partner-enforces': ({ plan: { authority: { team } } }, { ngoAtTheScene }) => {
    const partners = team.filter(({ organisation }) => PARTNERS.has(organisation))
    const lacks = [
      ...partners.filter(enforces).map(({ id }) => lack('authority/partner-enforces', { member: id })),
      ...partners.filter((member) => isNearer(member, ngoAtTheScene.value)).map(({ id }) => lack('authority/partner-too-near', { member: id, station: ngoAtTheScene.value })),
    ]
    const leads = team.filter(({ task }) => task === 'leads')
    return answered(leads, leads.length > 0 ? lacks : [...lacks, lack('authority/nobody-leads')])
  },

  'authority/women-officers': ({ plan: { authority: { team } } }, { womenOfficers }) => {
    const women = team.filter(({ woman, organisation }) => woman === 'yes' && !PARTNERS.has(organisation))
    return answered(women, women.length >= womenOfficers.value ? [] : [lack('authority/women-officers-short', { short: womenOfficers.value - women.length })])
  },

  'authority/no-quota': (operation) => undertaken(operation, operation.plan.authority.noQuota, 'authority/quota-not-ruled-out'),

  'authority/no-private-custody': (operation) => {
    const { authority: { noPrivateCustody, team }, care: { guardians } } = operation.plan
    const given = undertaken(operation, noPrivateCustody, 'authority/private-custody-not-ruled-out')
    const onOperation = new Set(team.map(plainName))
    const lacks = guardians.filter((guardian) => onOperation.has(plainName(guardian))).map(({ id }) => lack('authority/guardian-on-operation', { guardian: id }))
    return { ...given, met: lacks.length > 0 ? 'no' : given.met, lacks: [...given.lacks, ...lacks] }
  },
}
