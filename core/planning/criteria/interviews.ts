import { answered, lack, type RequirementAnswer } from '../answer.ts'
import { isDoneByThen } from '../done-by-then.ts'
import { enforces, plainName, type Interviewer, type InterviewPlace, type Plan } from '../plan.ts'
import type { Rule } from './rule.ts'

const DETENTION: ReadonlySet<InterviewPlace['kind']> = new Set(['cell', 'detention-centre'])

/** Interviewers who did not break the door, in a place that detains nobody, in the languages expected. */
export const interviews: Rule<'interviews'> = {
  'interviews/interviewers': ({ plan }) => interviewersFor('adults', plan),
  'interviews/children': ({ plan }) => interviewersFor('children', plan),

  'interviews/place': ({ plan: { interviews: { places } } }) => {
    const detaining = places.filter(({ kind }) => DETENTION.has(kind))
    const lacks = detaining.map(({ id }) => lack('interviews/place-detains', { place: id }))
    return answered(places, places.length > 0 ? lacks : [lack('interviews/no-place')])
  },

  'interviews/interpreters': (operation) => {
    const { languages, interpreters } = operation.plan.interviews
    const vetted = new Set(interpreters.filter(({ vettedOn }) => isDoneByThen(vettedOn, operation)).map(({ language }) => language))
    const missing = languages.filter((language) => !vetted.has(language)).map((language) => lack('interviews/no-vetted-interpreter', { language }))
    return answered(interpreters, languages.length > 0 ? missing : [lack('interviews/languages-not-stated')])
  },
}

/** Who enters is told by the team as well: a "no" beside a name that leads or executes is no answer. */
function interviewersFor(whom: Interviewer['interviews'], { interviews: { interviewers }, authority: { team } }: Plan): RequirementAnswer {
  const theirs = interviewers.filter((interviewer) => interviewer.interviews === whom)
  const enteringNames = new Set(team.filter(enforces).map(plainName))
  const entering = theirs.filter((one) => one.onEntryTeam === 'yes' || enteringNames.has(plainName(one))).map(({ id }) => lack('interviews/on-entry-team', { interviewer: id }))
  return answered(theirs, theirs.length > 0 ? entering : [lack('interviews/nobody-interviews', { whom })])
}
