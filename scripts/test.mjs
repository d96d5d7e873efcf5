#!/usr/bin/env node
// The tests: makes the house ready, then types, lint, the tests beside the sources, and the journeys in a browser.
// With a path, as in `npm test -- core/law`, only the tests under that path.
import { existsSync, readdirSync } from 'node:fs'
import { prepared } from './bootstrap/prepared.mjs'
import { ROOT } from './bootstrap/place.mjs'

const JOURNEYS = ['--config', 'vitest.e2e.config.ts']

await prepared(async () => {
  const { check } = await import('./check/program.mjs')
  const { inWords, sum } = await import('./check/tally.mjs')
  const { vitest } = await import('./check/vitest.mjs')
  const asked = process.argv.slice(2)
  if (!process.stdout.isTTY && !process.env.FORCE_COLOR) process.env.NO_COLOR = '1'
  const tallies = []

  if (asked.length === 0) {
    tallies.push(await check('Types', 'typescript/bin/tsc', ['-b']))
    tallies.push(await check('Lint', 'oxlint/bin/oxlint', ['--deny-warnings', `--format=${process.stdout.isTTY ? 'default' : 'stylish'}`]))
  }
  tallies.push(await vitest('Tests', asked))
  if (journeys().some((name) => isAskedFor(name, asked))) tallies.push(await vitest('Journeys', [...JOURNEYS, ...asked]))

  const total = sum(tallies)
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0
  process.stdout.write(`\n${inWords(total)}\n`)
})

function journeys() {
  const folder = `${ROOT}/tests/journeys`
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.e2e.test.ts')) : []
}

function isAskedFor(name, asked) {
  const paths = asked.filter((word) => !word.startsWith('-'))
  return paths.length === 0 || paths.some((path) => `tests/journeys/${name}`.includes(path))
}
