import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { ENGINES, sayWhatIsSkipped } from '../../tests/ledger-stores.ts'
import { closeOffices, freshOffice } from '../../tests/office-cast.ts'
import { countTry, forgetTries } from './throttle.ts'

beforeAll(sayWhatIsSkipped)
afterEach(closeOffices)

const at = (address: string, name = 'a name') => ({ name: `${name} at ${address}`, address })

describe.each(ENGINES)('trying a password on %s', (engine) => {
  const throttle = async () => {
    const { office: { cases: { desk } }, clock } = await freshOffice(engine)
    const wait = async (tried = at('here')): Promise<number> => {
      const tries = await countTry(desk, clock.now, tried)
      return tries.accepted ? 0 : tries.retryAfterSeconds
    }
    return { desk, clock, wait }
  }

  test('is free a few times, then takes twice as long each time, up to a quarter of an hour', async () => {
    const { desk, wait, clock } = await throttle()
    const waits: number[] = []
    for (let tries = 0; tries < 16; tries++) {
      expect(await wait()).toBe(0)
      const { until_at } = await desk.db.selectFrom('attempts').select('until_at').where('mark', '=', at('here').name).executeTakeFirstOrThrow()
      waits.push(Math.max(0, until_at - clock.now()) / 1000)
      clock.pass(60_000 * 20)
    }
    expect(waits).toEqual([0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900])
  })

  test('early again is turned away and makes nothing longer', async () => {
    const { wait, clock } = await throttle()
    for (let tries = 0; tries < 5; tries++) {
      await wait()
      clock.pass(1000)
    }
    const [first, second] = [await wait(), await wait()]
    expect([first > 0, second]).toEqual([true, first])
    clock.pass(first * 1000)
    expect(await wait()).toBe(0)
  })

  test('at one address slows nobody elsewhere, whatever the name', async () => {
    const { wait } = await throttle()
    for (let tries = 0; tries < 8; tries++) await wait(at('there'))
    expect(await wait(at('there'))).toBeGreaterThan(0)
    expect(await wait(at('here'))).toBe(0)
  })

  test('many names at one address is slowed too', async () => {
    const { wait } = await throttle()
    const waits = []
    for (let i = 0; i < 40; i++) waits.push(await wait(at('here', `name ${i}`)))
    expect(waits.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => 0))
    expect(waits[31]).toBeGreaterThan(0)
    expect(Math.max(...waits)).toBeLessThanOrEqual(60)
  })

  test('many times at once is still many times', async () => {
    const { wait } = await throttle()
    const waits = await Promise.all(Array.from({ length: 20 }, () => wait()))
    expect(waits.filter((seconds) => seconds === 0)).toHaveLength(4)
  })

  test('is forgotten by whoever was right, and a day later by everybody', async () => {
    const { desk, clock, wait } = await throttle()
    for (let tries = 0; tries < 4; tries++) await wait()
    expect(await wait()).toBeGreaterThan(0)
    await forgetTries(desk, clock.now, at('here'))
    for (let tries = 0; tries < 3; tries++) expect(await wait()).toBe(0)
    for (let tries = 0; tries < 3; tries++) await wait()
    clock.pass(25 * 3_600_000)
    for (let tries = 0; tries < 3; tries++) expect(await wait()).toBe(0)
  })
})
