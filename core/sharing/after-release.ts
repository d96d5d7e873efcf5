import type { ReportOnFile } from '../intelligence/site-facts.ts'
import { accept, refuse, type Decision } from '../kernel/decider.ts'
import { never } from '../kernel/defect.ts'
import type { ActorId } from '../kernel/id.ts'
import { wrongIn, type PrepareShareRefusal } from './prepare-share.ts'
import type { ShareFact } from './share-facts.ts'
import { awaitsReview, type ShareOnFile } from './share.ts'

export type AfterReleaseRefusal =
  | PrepareShareRefusal
  | { readonly code: 'share/not-released' }
  | { readonly code: 'share/recalled-already' }
  | { readonly code: 'share/not-recalled' }
  | { readonly code: 'share/nothing-to-review' }
  | { readonly code: 'share/own-release' }
  | { readonly code: 'share/kept-without-reason' }

/** What can be done with something after it left, by its two sides. */
export type AfterRelease = Extract<ShareFact, { type: 'share/reviewed' | 'share/acknowledged' | 'share/recalled' | 'share/recall-acknowledged' | 'share/corrected' }>

type Refused = AfterReleaseRefusal | null

/** What becomes of something that left. It is called back once, and what was called back is read by nobody who received it. */
export function afterRelease(command: AfterRelease, share: ShareOnFile, { by, reports }: { readonly by: ActorId; readonly reports: readonly ReportOnFile[] }): Decision<ShareFact, AfterReleaseRefusal> {
  const obstacle = share.editions.length === 0 ? ({ code: 'share/not-released' } as const) : inTheWayOf(command, share, by, reports)
  return obstacle ? refuse(obstacle) : accept(command)
}

function inTheWayOf(command: AfterRelease, share: ShareOnFile, by: ActorId, reports: readonly ReportOnFile[]): Refused {
  switch (command.type) {
    case 'share/reviewed':
      if (!awaitsReview(share)) return { code: 'share/nothing-to-review' }
      return share.editions.some(({ atOnce, noted }) => atOnce !== null && noted.by === by) ? { code: 'share/own-release' } : null
    case 'share/acknowledged':
    case 'share/recalled':
      return share.recalled ? { code: 'share/recalled-already' } : null
    case 'share/corrected':
      return share.recalled ? { code: 'share/recalled-already' } : wrongIn(command.passed, share.inWriting, reports)
    case 'share/recall-acknowledged':
      if (!share.recalled) return { code: 'share/not-recalled' }
      return command.outcome === 'kept' && command.because.trim() === '' ? { code: 'share/kept-without-reason' } : null
    default:
      return never(command)
  }
}
