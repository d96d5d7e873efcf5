import { answered, covering, lack } from '../answer.ts'
import { lesserRungs } from '../ladder.ts'
import { saysSomething } from '../says-something.ts'
import type { Rule } from './rule.ts'

/** Choosing a rung needs the reason why each less intrusive one fails (necessity and proportionality). Nothing is less than the first. */
export const alternatives: Rule<'alternatives'> = {
  'alternatives/lesser-rungs': ({ rung, plan: { alternatives: { rejected } } }) => {
    if (rung === 'unknown') return answered(rejected, [lack('alternatives/no-rung')])
    const reasoned = rejected.filter(({ because }) => saysSomething(because))
    const { met, restsOn, lacks } = covering(reasoned, lesserRungs(rung), (entry) => [entry.rung], (lesser) => lack('alternatives/no-reason', { rung: lesser }))
    return { met, restsOn: ['rung', ...restsOn], lacks }
  },
}
