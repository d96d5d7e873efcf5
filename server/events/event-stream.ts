import type { Change, Changes } from './changes.ts'

/** How often something is sent where nothing happens, so that nobody between takes the connection for dead. */
const HEARTBEAT_MS = 15_000

/** How much waits for somebody who does not take it. Beyond that they are left behind, and come back with the last id they have. */
const MOST_WAITING = 64 * 1024

/** How many changes go in one message to somebody who comes back. */
const AT_ONCE = 500

/** Who listens: from which place in the ledger on, or from now. */
export interface Listening {
  readonly changes: Changes
  readonly from: number | null
  /** Of some changes, those that whoever listens may know of. */
  readonly mine: (changes: readonly Change[]) => Promise<readonly Change[]>
  readonly progress: (tell: (message: string) => void) => () => void
  /** Whether whoever listens is still signed in, and still works on cases. Asked at every heartbeat. */
  readonly stillHere: () => Promise<'yes' | 'no'>
}

const message = ({ position, ...change }: Change): string => `id: ${position}\ndata: ${JSON.stringify({ stream: change.stream, version: change.version, family: change.family })}\n\n`

/**
 * Server-sent events (WHATWG HTML, 9.2): what is recorded, as it is recorded, without a word of what it says.
 *
 * Whoever comes back says which was the last they had, and is told what they missed. Nothing is held for somebody who does not take
 * what is sent: their stream ends, and they come back.
 */
export function eventStream({ changes, from, mine, progress, stillHere }: Listening): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let leave = (): void => undefined
  const start = async (controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> => {
    let ended = false
    const stops: (() => void)[] = []
    leave = () => stops.splice(0).forEach((stop) => stop())
    const end = (): void => {
      if (ended) return
      ended = true
      leave()
      controller.close()
    }
    const send = (text: string): void => {
      if (ended || text === '') return
      if ((controller.desiredSize ?? 0) <= 0) return end()
      controller.enqueue(encoder.encode(text))
    }
    // Who cannot be asked about just now is asked about at the next beat.
    const beat = (): void => void stillHere().then((here) => (here === 'yes' ? send(': still here\n\n') : end()), () => undefined)
    send('retry: 2000\n\n')
    stops.push(progress(send), every(HEARTBEAT_MS, beat))
    let told = from ?? (await changes.head())
    // One after another, so that what is looked at longer is not overtaken. What cannot be looked at is not told: they come back and ask.
    let telling = Promise.resolve()
    const tell = (list: readonly Change[]): Promise<void> => {
      const fresh = list.filter(({ position }) => position > told)
      told = fresh.at(-1)?.position ?? told
      if (fresh.length > 0) telling = telling.then(async () => send((await mine(fresh)).map(message).join(''))).catch(end)
      return telling
    }
    if (ended) return
    stops.push(changes.listen((list) => void tell(list), told))
    // What was missed, and what came while others were already listening further on.
    for (let missed = await changes.since(told, AT_ONCE); missed.length > 0 && !ended; missed = await changes.since(told, AT_ONCE)) await tell(missed)
  }
  return new ReadableStream<Uint8Array>({ start, cancel: () => leave() }, { highWaterMark: MOST_WAITING, size: (chunk) => chunk?.byteLength ?? 0 })
}

function every(milliseconds: number, work: () => void): () => void {
  const timer = setInterval(work, milliseconds).unref()
  return () => clearInterval(timer)
}
