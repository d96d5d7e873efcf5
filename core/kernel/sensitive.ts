import type { Access } from './access.ts'

const WITHHELD = '[withheld]'

/**
 * What is said about a person. It prints, logs, inspects and serialises as `[withheld]`, and is read with an `Access`.
 *
 * Words can be sealed without one: whoever records what somebody told them needs no leave to look into the file.
 */
export class Sensitive<Words> {
  readonly #words: Words

  constructor(words: Words) {
    this.#words = words
  }

  reveal(_access: Access): Words {
    return this.#words
  }

  /** For the seal alone, which answers with ciphertext. */
  sealedWith<Box>(seal: (words: Words) => Box): Box {
    return seal(this.#words)
  }

  toJSON(): string {
    return WITHHELD
  }

  toString(): string {
    return WITHHELD
  }

  /** How Node prints a thing in an error or a log. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return WITHHELD
  }
}
