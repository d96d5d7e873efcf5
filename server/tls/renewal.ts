import { statSync } from 'node:fs'
import type { Server as SecureServer } from 'node:https'
import type { Clock } from '../clock.ts'
import type { TlsFiles } from '../reach.ts'
import { dayOf, readCertificate, SPOKEN } from './certificate.ts'

/** How often the files are looked at. Certificates are renewed weeks before they run out. */
const LOOK_MS = 60_000

interface Renewal {
  readonly server: SecureServer
  readonly files: TlsFiles
  readonly origin?: string
  readonly now: Clock
  readonly say: (line: string) => void
  readonly everyMs?: number
}

/**
 * Takes up a certificate that was renewed on disk, without a restart: whoever is connected stays, and whoever comes next is shown the new one.
 *
 * Files are looked at and not watched, since programs that renew put links in place of links. One that is unfit is told once, and the old one stays.
 */
export function takeUpRenewed({ server, files, origin, now, say, everyMs = LOOK_MS }: Renewal): () => void {
  let seen = marksOf(files)
  const look = (): void => {
    const marks = marksOf(files)
    if (marks === seen) return
    seen = marks
    const read = readCertificate(files, origin === undefined ? {} : { origin }, now())
    if (!read.accepted) return say(`The certificate that is in use stays. ${read.problem}`)
    server.setSecureContext({ cert: read.certificate.cert, key: read.certificate.key, ...SPOKEN })
    say(`The renewed certificate is in use. It is good until ${dayOf(read.certificate.until)}.`)
  }
  const timer = setInterval(look, everyMs).unref()
  return () => clearInterval(timer)
}

/** By what one version of the files is told from another; a file that is away for a moment is another version too. */
const marksOf = ({ cert, key }: TlsFiles): string =>
  [cert, key].map((path) => statSync(path, { throwIfNoEntry: false })).map((state) => (state ? `${state.ino} ${state.mtimeMs} ${state.size}` : 'away')).join()
