import { KeptShape } from '../../../../wire/office/asking.ts'
import type { SiteAct } from '../../../../wire/office/site-acts.ts'
import type { Refusal } from '../../asking/refusal.ts'
import { useSending } from '../../asking/use-sending.ts'

/** An act as it is sent: its times are text, and the id is added here. */
export type ActSent = { readonly act: SiteAct['act'] } & Readonly<Record<string, unknown>>

export interface ActSending {
  /** Tells whether it was kept. */
  readonly send: (id: string, act: ActSent, version?: number) => Promise<boolean>
  readonly refusal: Refusal | null
  readonly waiting: boolean
  readonly settle: () => void
}

/** Records something of a site; what was read of the site, and of all sites, is asked for again once it is kept. */
export function useSiteAct(site: string): ActSending {
  const { send, ...standing } = useSending(KeptShape, [`site/${site}`])
  return {
    ...standing,
    send: async (id, act, version) => {
      const answered = await send({ path: `/api/sites/${site}/acts`, body: { id, ...act }, ...(version !== undefined && { version: String(version) }) })
      return answered.accepted
    },
  }
}
