import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { ENGINES, sayWhatIsSkipped } from '../../tests/ledger-stores.ts'
import { closeOffices, freshOffice } from '../../tests/office-cast.ts'
import { organisationOf } from '../../tests/organisation-cast.ts'
import type { Gate } from '../gate.ts'
import type { SignedIn } from '../session/sessions.ts'
import { certaintyPolicy } from '../../wire/policy.ts'
import { registerOf } from './register.ts'

beforeAll(sayWhatIsSkipped)
afterEach(closeOffices)

describe.each(ENGINES)('the register on %s', (engine) => {
  test('takes a source whose file is not opened for a protected one', async () => {
    const { office } = await freshOffice(engine)
    const closed: Gate = { ...office.gate, admitToEach: (_who, streams) => Promise.resolve(streams.map(() => ({ accepted: false, code: 'access/no-such-file' }) as const)) }
    const who = { id: 'worker-one', role: 'case-worker', organisation: organisationOf('social-service'), vouched: 'yes' } as SignedIn
    const register = await registerOf({ ...office, gate: closed }, { who, ids: ['source-one', 'source-one'], look: 'operation' }, certaintyPolicy(), office.now())
    expect([[...register.veiled], register.records.size]).toEqual([['source-one'], 0])
  })
})
