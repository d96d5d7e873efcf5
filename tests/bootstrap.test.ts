import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ended, firstLine, FreshClone, olderNode } from './fresh-clone.ts'

let clone: FreshClone
beforeEach(() => void (clone = new FreshClone()))
afterEach(() => clone.remove())

describe('the first start on a fresh clone', () => {
  test('installs what the lock file says, says so beside the output, and then runs the program', async () => {
    const { code, out, said } = await clone.start(['a', 'b c'])
    expect(clone.npmCalls).toEqual(['ci 24'])
    expect(said).toMatch(/^Installing packages …\nInstalling packages: done in \d+ s\n$/)
    expect({ code, out }).toEqual({ code: 3, out: '24 ["a","b c"]\n' })
  })

  test('is not repeated by the second, which is silent', async () => {
    await clone.start([])
    expect(await clone.start([])).toEqual({ code: 3, signal: null, out: '24 []\n', said: '' })
    expect(clone.npmCalls).toHaveLength(1)
  })

  test('is repeated when the lock file asks for something else', async () => {
    await clone.start([])
    clone.lock('2.0.0')
    await clone.start([])
    expect(clone.npmCalls).toHaveLength(2)
  })

  test('finds what somebody installed by hand, and installs nothing', async () => {
    await clone.start([])
    clone.forgetStamp()
    expect((await clone.start([])).said).toBe('')
    expect(clone.npmCalls).toHaveLength(1)
  })

  test('installs once when two begin together', async () => {
    const both = await Promise.all([clone.start(['one']), clone.start(['two'])])
    expect(both.map(({ out }) => out).sort()).toEqual(['24 ["one"]\n', '24 ["two"]\n'])
    expect(both.map(({ said }) => said).join('')).toMatch(/Another start prepares this folder \(process (?:\d+|unknown)/)
    expect(clone.npmCalls).toHaveLength(1)
  })

  test('takes over from one that died', async () => {
    clone.holdLock('999999999')
    expect((await clone.start([])).code).toBe(3)
  })

  test('waits for npm where only its starter died', async () => {
    clone.holdLock(`999999999 ${process.pid}`)
    const waiting = clone.begin([])
    const over = ended(waiting)
    await new Promise((resolve) => setTimeout(resolve, 600))
    waiting.kill()
    expect((await over).said).toContain('waiting for it')
    expect(clone.npmCalls).toEqual([])
  })
})

describe('a first start that cannot be', () => {
  test.each([
    ['code ENOTFOUND', 'The npm registry does not answer'],
    ['code ENOSPC', 'The disk is full'],
    ['code EACCES', 'There are no rights to write'],
    ['code EUSAGE', 'package.json and package-lock.json differ'],
    ['code E404', 'does not have a package'],
    ['something new', 'Mend what the lines above say'],
  ])('for %s shows it, with what to do, and runs nothing', async (trouble, advice) => {
    const { code, out, said } = await clone.start([], { npm: `fails:${trouble}` })
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(said).toContain(`npm error ${trouble}`)
    expect(said).toContain(advice)
  })

  test('is done again by the next', async () => {
    await clone.start([], { npm: 'fails:code ENOTFOUND' })
    expect((await clone.start([])).code).toBe(3)
    expect(clone.npmCalls).toHaveLength(2)
  })

  test('is one where npm leaves files cut short on a full disk and calls it well', async () => {
    const { code, said } = await clone.start([], { npm: 'warns:ENOSPC' })
    expect(code).toBe(1)
    expect(said).toContain('The disk is full')
    await clone.start([])
    expect(clone.npmCalls).toHaveLength(2)
  })

  test('and is stopped on the way stops npm too, and is done again by the next', async () => {
    const child = clone.begin([], { npm: 'hangs' })
    const over = ended(child)
    await expect.poll(() => clone.npmCalls.length, { timeout: 5_000 }).toBe(1)
    child.kill('SIGTERM')
    expect((await over).signal).toBe('SIGTERM')
    expect((await clone.start([])).code).toBe(3)
  })
})

const older = olderNode()
if (older === null) console.warn('No Node before 24 on this machine: starting from an older Node is not tried here.')

describe.each([['the Node that starts it', process.execPath], ['an older Node', older]])('a program started by %s', (_name, node) => {
  const there = node !== null
  const how = { node: node ?? '' }
  beforeEach(() => clone.bringNewerNode())

  test.runIf(there)('runs under Node 24, and gets its arguments, its input and its exit code', async () => {
    expect((await clone.start(['x', '--y=z'], how)).out).toBe('24 ["x","--y=z"]\n')
    expect(await clone.start(['echo'], how)).toEqual({ code: 3, signal: null, out: 'what stands on the input', said: '' })
  })

  test.runIf(there).each([['SIGTERM', 'stopping', 7], ['SIGINT', 'interrupted', 8]] as const)('is reached by %s, and decides how to end', async (signal, word, code) => {
    const child = clone.begin(['wait'], how)
    const over = ended(child)
    await firstLine(child)
    child.kill(signal)
    const { out, ...end } = await over
    expect(out).toContain(word)
    expect(end.code).toBe(code)
  })

  test.runIf(there)('does not outlive a starter that is killed outright', async () => {
    const child = clone.begin(['wait'], how)
    const over = ended(child)
    await firstLine(child)
    child.kill('SIGKILL')
    // The output closes when the last process that holds it is gone, and the program alone would wait for longer.
    expect((await over).signal).toBe('SIGKILL')
  })
})

describe('an older Node', () => {
  test.runIf(older !== null)('fetches Node 24 once, and has npm choose packages for it', async () => {
    const first = await clone.start(['x'], { node: older ?? '' })
    expect(first.out).toBe('24 ["x"]\n')
    expect(first.said).toContain('Fetching Node 24.21.0')
    expect(clone.npmCalls).toEqual([expect.stringMatching(/^install 2\d$/), 'ci 24'])
    expect((await clone.start(['x'], { node: older ?? '' })).said).toBe('')
  })
})
