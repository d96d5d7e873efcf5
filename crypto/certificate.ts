import { createPrivateKey, X509Certificate } from 'node:crypto'

/** What a certificate says of itself, and whether a key is its own. */
export interface CertificateText {
  readonly from: number
  readonly until: number
  readonly isFor: (hostName: string) => boolean
  /** Null where the text is no key that opens without a passphrase. */
  readonly isOf: (key: string) => boolean | null
}

/** Reads the first certificate of a PEM text (RFC 7468); null where there is none. */
export function certificateIn(text: string): CertificateText | null {
  const read = orNull(() => new X509Certificate(text))
  return (
    read && {
      from: Date.parse(read.validFrom),
      until: Date.parse(read.validTo),
      isFor: (hostName) => read.checkHost(hostName) !== undefined,
      isOf: (key) => {
        const held = orNull(() => createPrivateKey(key))
        return held && read.checkPrivateKey(held)
      },
    }
  )
}

/** What OpenSSL says of a text it cannot read may quote the text, so it is not told. */
function orNull<Read>(read: () => Read): Read | null {
  try {
    return read()
  } catch {
    return null
  }
}
