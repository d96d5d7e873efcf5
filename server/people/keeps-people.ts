import type { MiddlewareHandler } from 'hono'
import { every } from 'hono/combine'
import type { Office } from '../office.ts'
import { mayDo } from '../rights/may-do.ts'
import type { OfficeEnv } from '../session/signed-in.ts'
import { askFreshProof } from '../session/step-up.ts'
import type { AsksFreshProof } from '../session/step-up-policy.ts'

/** Lets in whoever keeps the list of people; where something is changed in it, once they have shown anew who they are. */
export const keepsPeople = (office: Office, stepUp?: AsksFreshProof): MiddlewareHandler<OfficeEnv> =>
  stepUp === undefined ? mayDo(office, 'keep-people') : every(mayDo(office, 'keep-people'), freshly(office, stepUp))

const freshly =
  (office: Office, stepUp: AsksFreshProof): MiddlewareHandler<OfficeEnv> =>
  async (c, next) => (await askFreshProof(office, c.var, stepUp)) ?? next()
