#!/usr/bin/env node
// Kills the server and the database at random moments, under writes: `npm run crash`, or `npm run crash -- 10` for ten times each.
import { prepared } from './bootstrap/prepared.mjs'

await prepared(async () => {
  const { main } = await import('../bench/crash/all.ts')
  process.exitCode = await main(process.argv.slice(2))
})
