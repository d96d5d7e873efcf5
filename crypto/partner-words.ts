import { asPlace, bytesIn, type PartnerPlace } from './partner-bytes.ts'
import { ITERATIONS, stretched, wordsFrom } from './partner-passphrase.ts'

const WORDS = 8

/**
 * A public key as eight words to be read out, so that nobody between two colleagues puts a key of their own in its place.
 *
 * Eight of sixty-four words are 48 bits. Each guess at another key with the same words costs as much as a guess at a passphrase, which is what makes
 * so few words enough. Whose key it is goes in, so that no words are of use for another.
 */
export async function wordsOfKey(publicKey: string, place: PartnerPlace): Promise<string> {
  const bits = await stretched(bytesIn(publicKey) ?? new Uint8Array(), asPlace(['words', ...place]), ITERATIONS)
  return wordsFrom(bits.subarray(0, WORDS))
}

/** Whether what somebody typed as they heard it is what the other screen shows. */
export const areSameWords = (typed: string, shown: string): boolean => inOrder(typed) === inOrder(shown) && inOrder(shown) !== ''

const inOrder = (text: string): string => (text.normalize('NFKC').toLowerCase().match(/\p{L}+/gu) ?? []).join(' ')
