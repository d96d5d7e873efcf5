#!/usr/bin/env node
// The command line: makes the house ready, then asks cli/main.ts.
import { prepared } from './bootstrap/prepared.mjs'

// Who closes the pipe, as `head` does, has read enough.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

await prepared(async () => {
  const { main } = await import('../cli/main.ts')
  process.exitCode = await main(process.argv.slice(2))
})
