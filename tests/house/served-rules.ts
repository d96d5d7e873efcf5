import type { TreeFile } from './tree.ts'

/** Something that what we serve with never does, where it would be seen in the text, and who may all the same. */
export interface Never {
  readonly does: string
  readonly seen: RegExp
  readonly within: RegExp
  /** Files that may, each with why. */
  readonly but?: Readonly<Record<string, string>>
}

const SERVED = /^(?:core|wire|crypto|ledger|server|web|ui)\//
const SERVER = /^(?:core|wire|crypto|ledger|server)\//
const PAGES = /^(?:web|ui)\//

export const NEVER: readonly Never[] = [
  { does: 'starts another program', seen: /node:child_process|from 'child_process'/, within: SERVED },
  { does: 'runs text as a program', seen: /\beval\(|new Function\(|node:vm\b/, within: SERVED },
  { does: 'puts text into a page as anything but text', seen: /dangerouslySetInnerHTML|\.(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write\(|srcDoc\b/, within: SERVED },
  { does: 'makes a pattern out of what was sent', seen: /new RegExp\(/, within: SERVED, but: { 'crypto/recovery-shares.ts': 'out of a number of its own', 'crypto/partner-shares.ts': 'out of a number of its own' } },
  { does: 'asks another machine for anything', seen: /(?<![.\w])fetch\(|node:https?'|node:dgram|node:dns|new WebSocket\(/, within: SERVER, but: {
    'server/listen.ts': 'listens, and asks nobody',
    'server/main.ts': 'names the type of what listens',
    'server/stop.ts': 'names the type of what listens',
    'server/where-to-go.ts': 'names the type of what listens',
    'server/tls/one-port.ts': 'names the type of what listens',
    'server/tls/renewal.ts': 'names the type of what listens',
  } },
  { does: 'listens to messages of other windows', seen: /addEventListener\('message'|\bonmessage\b|\.postMessage\(/, within: PAGES, but: { 'web/office/asking/use-live.ts': 'hears the stream of changes, which comes from this server alone' } },
  { does: 'leaves anything in a browser', seen: /\b(?:local|session)Storage\b|\bindexedDB\b|document\.cookie|navigator\.serviceWorker/, within: PAGES },
]

/** Files that do what is never done. */
export const breachesOf = ({ seen, within, but = {} }: Never, files: readonly TreeFile[]): readonly string[] =>
  files.filter(({ path, text }) => within.test(path) && !(path in but) && seen.test(text)).map(({ path }) => path)
