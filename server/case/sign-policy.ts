import type { Context } from 'hono'
import { signPolicy, type SignPolicy } from '../../core/planning/sign-policy.ts'
import { notedOf } from '../../core/kernel/noted.ts'
import { filePolicy, POLICY_STREAM } from '../../wire/filing/policy-filing.ts'
import { policyAnswer, type PolicyAct, type PolicyAnswer } from '../../wire/office/policy.ts'
import { notedAnswer } from '../../wire/office/site-answer.ts'
import { answerAct } from './answers.ts'
import type { CaseWorker } from './caller.ts'
import type { CaseDesk } from './case-desk.ts'
import { namesOf } from './names.ts'
import { fileOnce } from './record.ts'
import { refuseDomain } from './refuse-domain.ts'

/** The policy as it stands, with every value's source and signatory, and each signing. */
export async function policyShown(desk: CaseDesk): Promise<PolicyAnswer> {
  const { version, inForce, signed } = await desk.policy()
  const noted = signed.map(({ entry, ...one }) => ({ ...one, noted: notedAnswer(notedOf(entry)) }))
  return policyAnswer({ version, defaults: desk.catalogue.inForce, inForce, signed: noted }, await namesOf(desk, signed.map(({ entry }) => entry.by)))
}

/** One value, signed on the version of the policy that was read. */
export async function signValue(c: Context, desk: CaseDesk, who: CaseWorker, { act, version }: { readonly act: PolicyAct; readonly version: number }): Promise<Response> {
  const { id, of, value, source, sureness, signedBy, asOf } = act
  const decision = signPolicy({ role: who.role, id: of, value, source, sureness, signedBy, asOf } as SignPolicy, (await desk.policy()).inForce)
  if (!decision.accepted) return refuseDomain(desk, decision.refusal)
  const fact = filePolicy(decision.facts[0]!)
  const answer = await fileOnce(desk, { who, id, stream: POLICY_STREAM }, () => fact, [{ stream: POLICY_STREAM, version }])
  if (answer.accepted) desk.changes.nudge()
  return answerAct(c, desk, answer)
}
