/** Longer words are not compared letter by letter; none of ours is as long. */
const LONGEST = 64

/** The known word that somebody most likely meant, or null where none is near: one slip for every three letters. */
export function nearMiss(word: string, known: readonly string[]): string | null {
  if (word.length > LONGEST) return null
  const spelled = bare(word)
  let [nearest, fewest]: [string | null, number] = [null, Number.POSITIVE_INFINITY]
  for (const candidate of known) {
    const slips = slipsBetween(spelled, bare(candidate))
    if (slips < fewest && slips <= Math.min(spelled.length, bare(candidate).length) / 3) [nearest, fewest] = [candidate, slips]
  }
  return nearest
}

/** Words are known by their letters, whether written `observed_at`, `observedAt` or `Observed At`. */
const bare = (word: string): string => word.toLowerCase().replaceAll(/[\s_-]/g, '')

/** Letters left out, put in, mistaken or swapped with their neighbour (optimal string alignment). */
function slipsBetween(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const mistaken = slips(rows, i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? slips(rows, i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY
      row.push(Math.min(mistaken, swapped, slips(rows, i - 1, j) + 1, (row[j - 1] ?? 0) + 1))
    }
    rows.push(row)
  }
  return slips(rows, a.length, b.length)
}

const slips = (rows: readonly (readonly number[])[], i: number, j: number): number => rows[i]?.[j] ?? Number.POSITIVE_INFINITY
