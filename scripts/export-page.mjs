#!/usr/bin/env node
// The blindness test as one file, dist/blindness-test.html, which works from a disk as from a server.
import { prepared } from './bootstrap/prepared.mjs'
import { ROOT } from './bootstrap/place.mjs'

await prepared(async () => {
  const { build } = await import('vite')
  await build({ configFile: `${ROOT}/web/export.config.ts`, logLevel: 'error' })
  process.stdout.write('dist/blindness-test.html is made. It works without a server, and connects to nothing.\n')
})
