/** The house cannot be made ready. The message says what stands in the way and what the reader can do about it. */
export class CannotPrepare extends Error {
  name = 'CannotPrepare'
}

/** Somebody asked us to stop while we were still preparing. */
export class Interrupted extends Error {
  name = 'Interrupted'

  constructor(signal) {
    super(`stopped by ${signal}`)
    this.signal = signal
  }
}
