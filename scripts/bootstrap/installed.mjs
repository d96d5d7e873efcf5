import { readFileSync } from 'node:fs'
import { ROOT } from './place.mjs'

/** The stamp is a copy of the lock file: comparing two files is quicker than loading a digest to compare two of those. */
export const stampPath = () => `${ROOT}/node_modules/.installed-${process.platform}-${process.arch}.json`

/** Whether the packages on disk are those of the lock file. The stamp lies inside node_modules, so both go together. */
export function isInstalled() {
  try {
    return readFileSync(`${ROOT}/package-lock.json`).equals(readFileSync(stampPath()))
  } catch {
    return false
  }
}
