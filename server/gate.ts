import { CASE_ROLES, type Access, type CaseRole, type Look, type Role } from '../core/kernel/access.ts'
import type { FileAction, RequestAction, ShareAction } from '../core/kernel/action.ts'
import { isOpaque } from '../core/kernel/id.ts'
import { fileOfStream } from '../wire/filing/need-filing.ts'
import type { AccessLog } from './access-log.ts'
import type { CaseStore } from './case-store.ts'
import type { Clock } from './clock.ts'
import { filesBehind } from './rights/behind-shares.ts'
import { knownFiles } from './rights/known-files.ts'
import { knownPapers } from './rights/known-papers.ts'
import type { Decided, KnownFile, KnownPaper, Rights } from './rights/rights.ts'
import type { SignedIn } from './session/sessions.ts'

/** Why somebody may not look or act. Public, never renamed and never reused. */
export type AccessRefusalCode = 'access/administrator' | 'access/no-such-file' | 'access/not-permitted' | 'access/no-purpose'

export type Admitted = { readonly accepted: true; readonly access: Access } | { readonly accepted: false; readonly code: AccessRefusalCode }

type StreamAction = FileAction | ShareAction | RequestAction

/** Lets people look into files and act on them, and writes down that they did. */
export interface Gate {
  readonly admit: (who: SignedIn, stream: string, look: Look, action?: StreamAction) => Promise<Admitted>
  /** The same for several files at once, in their order, with one durable write for all. */
  readonly admitToEach: (who: SignedIn, streams: readonly string[], look: Look, action?: StreamAction) => Promise<readonly Admitted[]>
}

/** The files there are: a site, a plan, a source, with who needs to know each and how long it is kept; a paper; and the policy of the unit. */
const FILE = /^(?:(?:(?:need|keeping)\/)?(?:site|plan|source)\/[A-Za-z0-9]|(?:share|request)\/[A-Za-z0-9]|policy\/unit$)/
const KNOWN = /^(?:site|plan|source|share|request)\//
const PAPER = /^(?:share|request)\//
const POLICY = 'policy/unit'

/** Stands in the log for what is no file's id, since whatever stands in an address may be a name. */
const NO_FILE = '(no file)'

interface GateParts {
  readonly log: AccessLog
  readonly rights: Rights
  readonly now: Clock
  readonly cases: Pick<CaseStore, 'entries'>
}

/** What is known of what somebody asks for; null where it is nothing. */
type Known = KnownFile | Paper | typeof POLICY | null

/** A paper; of something that whoever asks passed on, with the file behind it. */
type Paper = KnownPaper & { readonly behind?: KnownFile | null }

/**
 * The only maker of an `Access`. The line in the access log is on the disk before anybody looks; where it cannot be written, nobody does.
 *
 * Refusals are logged too: an attempt is worth as much as a visit. Whoever may not read a file is told that there is none, as of one that never
 * was, so that nobody learns by asking; the log knows the difference.
 */
export function openGate({ log, rights, now, cases }: GateParts): Gate {
  const knownOf = async (who: SignedIn, streams: readonly string[]): Promise<ReadonlyMap<string, Known>> => {
    const files = streams.filter(isFile).map(fileOfStream).filter((file) => KNOWN.test(file))
    const [papers, others] = [files.filter((file) => PAPER.test(file)), files.filter((file) => !PAPER.test(file))]
    const found = await Promise.all([knownPapers(cases.entries, papers), others.length === 0 ? new Map<string, KnownFile>() : knownFiles(cases.entries, others, { person: who.id, now: now() })])
    const behind = await filesBehind(cases.entries, found[0].values(), { person: who.id, now: now(), organisation: who.organisation.id })
    const theirs = [...found[0]].map(([name, paper]) => [name, behind.has(name) ? { ...paper, behind: behind.get(name) ?? null } : paper] as const)
    return new Map<string, Known>([...theirs, ...found[1], [POLICY, POLICY]])
  }

  const admitToEach = async (who: SignedIn, streams: readonly string[], look: Look, action: StreamAction = 'read'): Promise<readonly Admitted[]> => {
    const at = now()
    const isCase = isCaseRole(who.role)
    const known = isCase ? await knownOf(who, streams) : new Map<string, Known>()
    const asked = streams.map((stream) => ({ stream: isFile(stream) ? stream : NO_FILE, ...answerOn(rights, who, isFile(stream) ? (known.get(fileOfStream(stream)) ?? null) : null, look, action) }))
    await log(asked.map(({ stream, whyNot, policy }) => ({ at, who: who.id, role: who.role, stream, look, whyNot, policy })))
    return asked.map(({ stream, told }) => (told === null ? { accepted: true, access: { stream, by: who.id, role: who.role, look } as unknown as Access } : { accepted: false, code: told }))
  }
  return { admitToEach, admit: async (who, stream, look, action) => (await admitToEach(who, [stream], look, action))[0] as Admitted }
}

interface Answer {
  /** What whoever asks is told; null where they are let in. */
  readonly told: AccessRefusalCode | null
  /** What the log knows. */
  readonly whyNot: AccessRefusalCode | null
  readonly policy: string | null
}

function answerOn(rights: Rights, who: SignedIn, known: Known, look: Look, action: StreamAction): Answer {
  if (!isCaseRole(who.role)) return { told: 'access/administrator', whyNot: 'access/administrator', policy: 'administrators-open-no-case' }
  if (known === null) return { told: 'access/no-such-file', whyNot: 'access/no-such-file', policy: null }
  if (known === POLICY) return { told: null, whyNot: null, policy: null }
  const decided = decide(rights, who, known, look, action)
  if (decided.allowed === 'yes') return { told: null, whyNot: null, policy: decided.policy }
  const reads = action !== 'read' && 'reach' in known && decide(rights, who, known, look, 'read').allowed === 'yes'
  return { told: reads ? 'access/not-permitted' : 'access/no-such-file', whyNot: 'access/not-permitted', policy: decided.policy }
}

const decide = (rights: Rights, who: SignedIn, known: KnownFile | Paper, look: Look, action: StreamAction): Decided =>
  'reach' in known ? rights.onFile(who, action as FileAction, known, look) : (refusedBehind(rights, who, known, look) ?? rights.onPaper(who, (action === 'read' ? READS[known.kind] : action) as ShareAction | RequestAction, known, look))

/** What stands between somebody and what they passed on, where they may not read the file it came from; null where nothing does. */
function refusedBehind(rights: Rights, who: SignedIn, { behind }: Paper, look: Look): Decided | null {
  if (behind === undefined) return null
  const decided = behind === null ? ({ allowed: 'no', policy: null } as const) : rights.onFile(who, 'read', behind, look)
  return decided.allowed === 'yes' ? null : decided
}

const READS = { share: 'read-share', request: 'read-request' } as const

const isCaseRole = (role: Role): role is CaseRole => (CASE_ROLES as readonly Role[]).includes(role)

const isFile = (stream: string): boolean => FILE.test(stream) && isOpaque(stream)
