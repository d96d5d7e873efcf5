import { CannotPrepare } from './cannot-prepare.mjs'
import { ROOT } from './place.mjs'

const RIGHTS = `There are no rights to write in ${ROOT}, or in npm's cache. Start as the owner of the folder, or give it to yourself with chown.`

/** What npm's own words mean for the reader, most telling first. */
const ADVICE = [
  [/ENOSPC|no space left/i, 'The disk is full. Free about 700 MB and start again.'],
  [/\b(EACCES|EPERM|EROFS)\b|permission denied|read-only file system/i, RIGHTS],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ENOTCACHED|ERR_SOCKET_TIMEOUT|network/i,
    'The npm registry does not answer. Check the network or the proxy (npm config get registry) and start again.',
  ],
  [/EUSAGE|in sync/i, 'package.json and package-lock.json differ. Run npm install, look at the change, and start again.'],
  [/EINTEGRITY|sha512/i, 'A package did not arrive as its digest says. Run npm cache verify and start again.'],
  [/E40[13]\b/, 'The npm registry asks for credentials. Sign in with npm login and start again.'],
  [/E404|ETARGET|notarget/i, 'The npm registry does not have a package that is needed. Check which one it is (npm config get registry).'],
]

export const adviceOn = (output) => ADVICE.find(([sign]) => sign.test(output))?.[1] ?? 'Mend what the lines above say, and start again.'

/** A fault of the disk as words for the reader; any other fault as it is. */
export function noRights(error) {
  const known = /^(EACCES|EPERM|EROFS|ENOSPC)$/.test(error.code)
  return known ? new CannotPrepare(`${error.message}\n${adviceOn(error.code)}`) : error
}
