import { existsSync } from 'node:fs'
import { instant } from '../../core/kernel/instant.ts'
import { publicKeyIn, publicKeyOf, signingKey, signingKeyBeside, SigningKeyFault, type PublicKey } from '../../crypto/signing-key.ts'
import { AnchorsInUse } from '../../ledger/anchor-file.ts'
import { onPaper, type Anchor } from '../../ledger/anchor-line.ts'
import { anchorTo, headNow, type AnchorRefusal } from '../../ledger/anchoring.ts'
import { verify as verifyChain } from '../../ledger/verify.ts'
import { anchorsIn, verifyAgainst, type VerifiedAgainst } from '../../ledger/verify-anchors.ts'
import { speakOfKeys } from '../in-words.ts'
import { EXIT_BAD_INPUT, EXIT_CHAIN_BROKEN, withLedger, type LedgerDesk } from './ledger-desk.ts'

/**
 * Signs where the chain ends and writes it to a file that lies elsewhere; prints it for paper in any case.
 *
 * A chain that is broken is not anchored. No authority outside is asked for a timestamp (RFC 3161): the file, its copies and the paper are the witnesses.
 */
export const anchor = (desk: LedgerDesk, to: string | undefined = desk.anchors): Promise<number> =>
  withLedger(desk, (store) =>
    inWords(desk, to, async () => {
      const found = await verifyChain(store)
      if (!found.holds) {
        desk.complain(`daylight: the chain is broken at position ${found.position}: ${found.fault}. Nothing was anchored.`)
        return EXIT_CHAIN_BROKEN
      }
      const head = await headNow(store)
      if (head === null) return refuse(desk, to, { code: 'anchors/nothing-to-anchor' })
      if (to !== undefined) {
        const anchored = await anchorTo(to, store, signingKey(signingKeyBeside(desk.places.masterKey)), instant(Date.now()))
        if (!anchored.accepted) return refuse(desk, to, anchored.refusal)
        desk.say(anchored.added === 'added' ? `Anchored ${anchored.anchor.position} entries in ${to}.` : `${to} holds this anchor already; nothing was added since.`)
      } else desk.say('No file was named for anchors, with --to or DAYLIGHT_ANCHORS: this one stands on paper alone.')
      desk.say(`For paper: ${onPaper(head)}`)
      return 0
    }),
  )

/** Says whether every row is as it was written, and from which anchor on that cannot be told. */
export const verifyByAnchors = (desk: LedgerDesk, file: string, key?: string): Promise<number> =>
  withLedger(desk, (store) =>
    inWords(desk, file, async () => {
      const publicKey = publicKeyFor(desk, key)
      const read = anchorsIn(file, publicKey)
      if (!read.accepted) return refuse(desk, file, read.refusal)
      return tell(desk, await verifyAgainst(store, read.anchors as readonly [Anchor, ...Anchor[]]))
    }),
  )

/** The key that was given, or the one that lies beside the master key. */
function publicKeyFor({ places }: LedgerDesk, given: string | undefined): PublicKey {
  const path = given ?? publicKeyOf(signingKeyBeside(places.masterKey))
  if (!existsSync(path)) throw new SigningKeyFault(`There is no public key at ${path}. Name the file with --key.`)
  return publicKeyIn(path)
}

function tell(desk: LedgerDesk, found: VerifiedAgainst): number {
  if (found.holds) {
    const { entries, head, since } = found
    const after = entries - since.position
    desk.say(`The chain holds: ${entries} entries. Head ${entries}:${head}`)
    desk.say(`It passes through every anchor. The last is of ${since.at}, at entry ${since.position}${after === 0 ? '' : `; ${after} came after it`}.`)
    desk.say('From that anchor on it cannot be told whether entries were cut off at the end together with the head.')
    return 0
  }
  const where = found.until === undefined || found.until === found.position ? `at entry ${found.position}` : `between entry ${found.position} and entry ${found.until}`
  const by = found.anchor === undefined ? '' : ` The anchor of ${found.anchor.at} shows it.`
  desk.complain(`daylight: the chain is broken ${where}: ${speakOfKeys()(`fault.${found.fault}`)}.${by}`)
  return EXIT_CHAIN_BROKEN
}

function refuse(desk: LedgerDesk, file: string | undefined, refusal: AnchorRefusal): number {
  const where = 'line' in refusal ? `${file}, line ${refusal.line}: ` : ''
  desk.complain(`daylight: ${where}${refusal.code}. ${speakOfKeys()(`refusal.${refusal.code}`)}`)
  return refusal.code === 'anchors/ledger-differs' ? EXIT_CHAIN_BROKEN : EXIT_BAD_INPUT
}

/** What a file that cannot be used throws is said in its own sentence. */
async function inWords({ complain }: LedgerDesk, file: string | undefined, work: () => Promise<number>): Promise<number> {
  try {
    return await work()
  } catch (error) {
    const { syscall, code } = error as { readonly syscall?: string; readonly code?: string }
    if (error instanceof SigningKeyFault || error instanceof AnchorsInUse) complain(`daylight: ${error.message}`)
    else if (syscall !== undefined) complain(`daylight: ${file} cannot be read or written (${code ?? 'unknown'}).`)
    else throw error
    return EXIT_BAD_INPUT
  }
}
