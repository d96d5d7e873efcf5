import { useQuery } from '@tanstack/react-query'
import type { Sent } from '../../../wire/api.ts'
import { GlassesShape, NeedShown } from '../../../wire/office/need.ts'
import { ask } from '../asking/ask.ts'
import { keyOf } from '../asking/queries.ts'
import { TurnedAway } from '../asking/refusal.ts'
import { useAsked, type Asked } from '../asking/use-asked.ts'

/** A file by its kind and its id, as the ledger calls it. */
export type FileName = `${'site' | 'plan' | 'source'}/${string}`

export type ShownNeed = Sent<typeof NeedShown>
export type Glasses = Sent<typeof GlassesShape>
export type UnreviewedGlass = Glasses['glasses'][number]

export const needPath = (file: string): string => `/api/need/${file}`

/** Everything that is recorded of who needs to know a file. */
export const needStream = (file: string): string => `need/${file}`

/** Who needs to know a file; asked for when somebody wants to see it, since each look is logged. */
export const useNeed = (file: string): Asked<ShownNeed> => useAsked({ path: needPath(file), streams: [needStream(file)] }, NeedShown)

export const GLASSES_PATH = '/api/glasses'

/** Whoever is told cannot always follow the file itself, so the page asks by itself as well. */
const ASKED_AGAIN_MS = 60_000

/** Files that were opened because of danger and that nobody has reviewed yet; null while that is not known. */
export function useGlasses(asks: 'yes' | 'no'): Glasses | null {
  const query = useQuery({
    queryKey: keyOf(GLASSES_PATH, ['need/']),
    enabled: asks === 'yes',
    refetchInterval: ASKED_AGAIN_MS,
    queryFn: async ({ signal }) => {
      const answered = await ask({ path: GLASSES_PATH, signal }, GlassesShape)
      if (!answered.accepted) throw new TurnedAway(answered.refusal)
      return answered
    },
  })
  return query.data?.value ?? null
}
