/** Lets so many pieces of work run at once; the others stand in line, first come first served. */
export function inTurn(atOnce: number): { readonly take: <Answer>(work: () => Promise<Answer>) => Promise<Answer>; readonly waiting: () => number } {
  const line: (() => void)[] = []
  let running = 0
  const take = async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    if (running >= atOnce) await new Promise<void>((resolve) => line.push(resolve))
    else running += 1
    try {
      return await work()
    } finally {
      const next = line.shift()
      if (next) next()
      else running -= 1
    }
  }
  return { take, waiting: () => line.length }
}
