import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

/**
 * Nothing is asked of the internet, and nothing that a container does not have.
 *
 * The packaged browser comes with flags of its own, which are left out: in a single process it does not survive its
 * second page, and without web security it would pass what a real browser refuses.
 */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const SYSTEM_CHROMIUM = '/usr/bin/chromium'

/** A browser for a journey: the one named in CHROMIUM_PATH, else the machine's, else the one among the packages. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await chromiumPath(), args: FLAGS })
}

async function chromiumPath(): Promise<string> {
  const named = process.env['CHROMIUM_PATH'] ?? ''
  if (named !== '') return named
  return existsSync(SYSTEM_CHROMIUM) ? SYSTEM_CHROMIUM : packagedChromium()
}

/** The packaged browser brings the libraries it needs only where it believes itself on a bare machine of 2023. */
async function packagedChromium(): Promise<string> {
  process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs20.x'
  const { default: packaged } = await import('@sparticuz/chromium')
  return packaged.executablePath()
}
