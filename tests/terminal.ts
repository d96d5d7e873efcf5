import { vi } from 'vitest'
import { main } from '../cli/main.ts'

/** What a command left: its exit code and what it wrote on either stream. */
export interface Left {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs a command of the terminal in this process, and gives back what somebody at it would have seen. */
export async function daylight(...args: readonly string[]): Promise<Left> {
  const written = { out: '', err: '' }
  const [out, err] = [
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((written.out += String(text)), true)),
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((written.err += String(text)), true)),
  ]
  try {
    const code = await main(args)
    return { code, ...written }
  } finally {
    out.mockRestore()
    err.mockRestore()
  }
}
