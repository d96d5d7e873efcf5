import { adviceOn } from './advice.mjs'
import { CannotPrepare, Interrupted } from './cannot-prepare.mjs'
import { run } from './child.mjs'
import { showing } from './progress.mjs'

const LINES_SHOWN = { first: 10, last: 6 }

/**
 * Runs a program of Node without its noise, under a title that shows how long it takes.
 *
 * When it fails, its first and last lines come out, with what to do about them. A program that ends well but says
 * on the way what `failsOn` knows for a failure has failed.
 */
export function quietly(title, node, args, { onPid, failsOn, ...options } = {}) {
  const heard = []
  const listen = (child) => {
    onPid?.(child.pid)
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => heard.push(String(chunk)))
  }
  return showing(title, async () => {
    const result = await run(node, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'], onSpawn: listen })
    const output = heard.join('')
    if (result.interruptedBy) throw new Interrupted(result.interruptedBy)
    if (result.code !== 0 || failsOn?.test(output)) throw failure(title, result, output)
  })
}

function failure(title, { code, signal }, output) {
  const how = signal ? `ended by ${signal}` : `exit code ${code}`
  const told = output.split('\n').filter(tells)
  const lines = shortened([...new Set(told)]).map((line) => `  ${line}`)
  return Object.assign(new CannotPrepare([`${title} failed (${how}):`, ...lines, '', adviceOn(output)].join('\n')), { output })
}

/** npm warns of much that stops nothing, an unpacking cut short excepted. */
const tells = (line) => line.trim() !== '' && !/^npm warn (?!tar)/i.test(line)

function shortened(lines) {
  const { first, last } = LINES_SHOWN
  return lines.length <= first + last ? lines : [...lines.slice(0, first), '…', ...lines.slice(-last)]
}
