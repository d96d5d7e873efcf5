/** Kills the server and the database at random moments, under writes: `npm run crash`, or `npm run crash -- 10` for ten times each. */
const { main } = await import('../bench/crash.ts')
process.exitCode = await main(process.argv.slice(2))
