import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { ROOT } from './place.mjs'
import { noRights } from './advice.mjs'

const LONGEST_HOLD_MS = 10 * 60_000
const UNSIGNED_MS = 5_000

/**
 * Does work that two starts at once must not do together: one works, the others wait and then look again.
 *
 * The lock is a folder, which every file system makes for one caller only. It holds the process ids at work, ours
 * and npm's: when we are killed outright, npm may still be writing. A lock whose processes are gone is taken over.
 */
export async function alone(name, work) {
  const lock = `${ROOT}/.stamps/${name}.lock`
  await take(lock)
  const beat = setInterval(() => touch(lock), 2_000)
  try {
    return await work({ alsoHeldBy: (pid) => writeFileSync(`${lock}/pids`, `${process.pid} ${pid}`) })
  } finally {
    clearInterval(beat)
    rmSync(lock, { recursive: true, force: true })
  }
}

async function take(lock) {
  let told = false
  while (!made(lock)) {
    const holders = holdersOf(lock)
    const abandoned = isAbandoned(lock, holders)
    if (abandoned) discard(lock, holders)
    else if (!told) process.stderr.write(`Another start prepares this folder (process ${holders || 'unknown'}); waiting for it …\n`)
    told ||= !abandoned
    await pause(200)
  }
}

function made(lock) {
  try {
    mkdirSync(`${ROOT}/.stamps`, { recursive: true })
    mkdirSync(lock)
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw noRights(error)
  }
  writeFileSync(`${lock}/pids`, String(process.pid))
  return true
}

/** A process id may come back as somebody else's after a restart; hence the longest hold, and hence not ours. */
function isAbandoned(lock, holders) {
  const silence = silenceOf(lock)
  if (holders === '') return silence > UNSIGNED_MS
  return silence > LONGEST_HOLD_MS || !holders.split(' ').some((pid) => Number(pid) !== process.pid && isAlive(Number(pid)))
}

/** Moves the lock aside before removing it: if somebody else was quicker and it is theirs by now, it is put back. */
function discard(lock, holders) {
  const aside = `${lock}.${process.pid}.${Date.now()}`
  try {
    renameSync(lock, aside)
    if (holdersOf(aside) === holders) rmSync(aside, { recursive: true, force: true })
    else renameSync(aside, lock)
  } catch (error) {
    // Somebody else may have discarded it first, which is what was wanted.
    if (error.code !== 'ENOENT') throw noRights(error)
  }
}

const holdersOf = (lock) => quietly(() => readFileSync(`${lock}/pids`, 'utf8').trim()) ?? ''
const silenceOf = (lock) => Date.now() - (quietly(() => statSync(lock).mtimeMs) ?? Date.now())
const touch = (lock) => quietly(() => utimesSync(lock, new Date(), new Date()))

function isAlive(pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function quietly(look) {
  try {
    return look()
  } catch {
    return undefined
  }
}
