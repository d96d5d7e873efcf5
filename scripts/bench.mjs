#!/usr/bin/env node
// The figures: makes the house ready, then measures it against what it promises.
import { prepared } from './bootstrap/prepared.mjs'

await prepared(async () => {
  const { main } = await import('../bench/run.ts')
  process.exitCode = await main(process.argv.slice(2))
})
