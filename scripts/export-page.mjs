#!/usr/bin/env node
// The blindness test as one file that works from a disk: makes the house ready, then builds dist/blindness-test.html.
import { statSync } from 'node:fs'
import { prepared } from './bootstrap/prepared.mjs'
import { ROOT } from './bootstrap/place.mjs'

await prepared(async () => {
  process.env.NODE_ENV = 'production'
  const { build } = await import('vite')
  await build({ configFile: `${ROOT}/web/export.config.ts`, logLevel: 'warn' })
  const { size } = statSync(`${ROOT}/dist/blindness-test.html`)
  process.stdout.write(`dist/blindness-test.html, ${Math.round(size / 1000)} KB: open it in a browser, with or without a network.\n`)
})
