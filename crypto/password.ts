import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { inTurn } from './in-turn.ts'

/**
 * What a password costs whoever tries: the second recommended option of RFC 9106, section 4 (64 MiB, three passes, four lanes,
 * a salt of 128 bits and a tag of 256), for machines that cannot spend 2 GiB on each sign-in.
 */
const COST = { memory: 65_536, passes: 3, parallelism: 4, tagLength: 32 } as const
const SALT_BYTES = 16

/** Each hash holds 64 MiB while it runs, so only so many run at once, and the others stand in line. */
const AT_ONCE = 2
const turns = inTurn(AT_ONCE)

/** How many stand in line for a hash; whoever answers turns people away before the line grows long. */
export const passwordsWaiting = (): number => turns.waiting()

const HEAD = `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$`
const STORED = /^\$argon2id\$v=19\$m=65536,t=3,p=4\$([A-Za-z0-9+/]{22})\$([A-Za-z0-9+/]{43})$/

/** The hash of a password as it is stored: parameters, salt and tag in the PHC string format. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  return `${HEAD}${inBase64(salt)}$${inBase64(await tagOf(password, salt))}`
}

/**
 * Whether a password is the one that was stored.
 *
 * For somebody who does not exist, pass null: the same work is done and the answer is no, so that neither time nor answer tells
 * which names exist.
 */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  const [, salt, tag] = STORED.exec(stored ?? NOBODY) ?? []
  if (salt === undefined || tag === undefined) throw new RangeError('a stored password is in no form that is known')
  const isSame = timingSafeEqual(await tagOf(password, Buffer.from(salt, 'base64')), Buffer.from(tag, 'base64'))
  return isSame && stored !== null
}

/** A hash of nothing that anybody could type: its tag is chance. */
const NOBODY = `${HEAD}${inBase64(randomBytes(SALT_BYTES))}$${inBase64(randomBytes(COST.tagLength))}`

/** The same letters typed on another keyboard are the same password (NIST SP 800-63B, 5.1.1.2: NFKC). */
const tagOf = (password: string, salt: Buffer): Promise<Buffer> =>
  turns.take(
    () =>
      new Promise((resolve, reject) =>
        argon2('argon2id', { ...COST, message: Buffer.from(password.normalize('NFKC'), 'utf8'), nonce: salt }, (error, tag) => (error === null ? resolve(tag) : reject(error))),
      ),
  )

function inBase64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '')
}
