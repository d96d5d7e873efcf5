#!/usr/bin/env node
// Tells the worked example in prose: `npm run story`.
import { prepared } from './bootstrap/prepared.mjs'

await prepared(async () => {
  const { tellStory } = await import('../server/worked/story.ts')
  await tellStory((line) => void process.stdout.write(`${line}\n`))
})
