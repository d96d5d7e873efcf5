import { spawn } from 'node:child_process'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * Runs a program and answers how it ended; signals to us reach it, so that it never outlives us.
 *
 * Ctrl-C in a terminal goes to the whole group, the child included, and is not passed on a second time:
 * many programs take a second one as an order to drop everything.
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', windowsHide: true, ...options })
    let interruptedBy = null
    const pass = (signal) => {
      interruptedBy = signal
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
    }
    for (const signal of SIGNALS) process.on(signal, pass)
    const settle = () => SIGNALS.forEach((signal) => process.off(signal, pass))
    child.once('error', (error) => (settle(), reject(error)))
    child.once('close', (code, signal) => (settle(), resolve({ code, signal, interruptedBy })))
    options.onSpawn?.(child)
  })
}
