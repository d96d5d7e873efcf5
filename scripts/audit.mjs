#!/usr/bin/env node
// Asks the registry whether anything we serve with has a fault that is known: `node scripts/audit.mjs`.
// Ends with 0 where none is known, 1 where one is, and 69 where no registry answered: silence is not taken for a clean answer.
import { spawnSync } from 'node:child_process'
import { ROOT } from './bootstrap/place.mjs'

const EXIT_NO_ANSWER = 69
const PATIENCE_MS = 60_000

/** What is only used to build and test stays out unless it is asked for: `node scripts/audit.mjs --all`. */
const args = ['audit', '--json', ...(process.argv.includes('--all') ? [] : ['--omit=dev'])]
const { stdout, error } = spawnSync('npm', args, { cwd: ROOT, encoding: 'utf8', timeout: PATIENCE_MS, maxBuffer: 64 * 1024 * 1024, shell: process.platform === 'win32' })
const told = error ? null : parsed(stdout)

if (told === null || told.auditReportVersion === undefined) {
  process.stdout.write(`No registry answered (${error?.code ?? told?.error?.code ?? told?.statusCode ?? 'no report'}). Nothing is known of faults in packages. Ask again from a machine that reaches one.\n`)
  process.exitCode = EXIT_NO_ANSWER
} else {
  const faults = Object.values(told.vulnerabilities ?? {})
  for (const { name, severity, range, via } of faults) process.stdout.write(`${severity}  ${name} ${range}  ${via.map((each) => each.url ?? each).join(', ')}\n`)
  process.stdout.write(`${faults.length} of ${told.metadata?.dependencies?.total ?? 'an unknown number of'} packages have a fault that is known.\n`)
  process.exitCode = faults.length === 0 ? 0 : 1
}

function parsed(text) {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
