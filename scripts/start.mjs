#!/usr/bin/env node
// The application: makes the house ready, builds the pages when their sources changed, then serves them.
import * as module from 'node:module'
import { prepared } from './bootstrap/prepared.mjs'

await prepared(async () => {
  const { preparePages } = await import('./bootstrap/pages.mjs')
  await preparePages()
  const { serve } = await import('../server/main.ts')
  await serve(process.env, process.argv.slice(2))
  module.flushCompileCache()
})
