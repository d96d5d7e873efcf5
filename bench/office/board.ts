import type { Worker } from './people.ts'

/** Somebody's live board: it is told what is recorded, and reads its site and the list of all again, once a second at the most. */
export interface Board {
  /** Closes it, and tells how long each reading took. */
  readonly leave: () => Promise<readonly number[]>
}

const AT_MOST_EVERY_MS = 1000

export async function liveBoard(address: string, worker: Worker, site: string): Promise<Board> {
  const leaving = new AbortController()
  const stream = await fetch(`${address}/api/events`, { headers: { cookie: worker.cookie }, signal: leaving.signal })
  if (!stream.ok || stream.body === null) throw new Error(`the board was not told anything: ${stream.status}`)
  const readings: number[] = []
  let reading: Promise<void> = Promise.resolve()
  let last = 0
  const readAgain = async (): Promise<void> => {
    const start = performance.now()
    for (const path of [`/api/sites/${site}`, '/api/sites']) {
      const response = await worker.get(address, path)
      await response.arrayBuffer()
      if (!response.ok) throw new Error(`the board was refused: ${response.status}`)
    }
    readings.push(performance.now() - start)
  }
  const listen = async (): Promise<void> => {
    for await (const chunk of stream.body!) {
      const isEvent = Buffer.from(chunk as Uint8Array).includes('data:')
      if (!isEvent || performance.now() - last < AT_MOST_EVERY_MS) continue
      last = performance.now()
      reading = reading.then(readAgain)
    }
  }
  const listening = listen().catch((error: unknown) => {
    if (!leaving.signal.aborted) throw error
  })
  return {
    leave: async () => {
      leaving.abort()
      await listening
      await reading
      return readings
    },
  }
}
