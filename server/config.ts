/** Where the server listens. */
export interface Config {
  readonly host: string
  /** 0 asks the machine for any port that is free. */
  readonly port: number
}

export type Configured = { readonly accepted: true; readonly config: Config } | { readonly accepted: false; readonly problem: string }

/** This machine alone: nobody else on the network reaches it unless somebody says so. */
const LOOPBACK = '127.0.0.1'
const PORT = 8787
const HIGHEST_PORT = 65_535

/** Reads the environment once. What is wrong with it is told at the start and never found out in use. */
export function readConfig({ HOST, PORT: port }: Readonly<Record<string, string | undefined>>): Configured {
  if (port && !isPort(port)) return { accepted: false, problem: `PORT is ${shown(port)}. Expected a whole number from 0 to ${HIGHEST_PORT}, such as PORT=8788.` }
  if (HOST && !isHost(HOST)) return { accepted: false, problem: `HOST is ${shown(HOST)}. Expected a host name or an address, such as HOST=127.0.0.1.` }
  return { accepted: true, config: { host: HOST ? HOST.replace(/^\[(.*)\]$/, '$1') : LOOPBACK, port: port ? Number(port) : PORT } }
}

const isPort = (text: string): boolean => /^\d{1,5}$/.test(text) && Number(text) <= HIGHEST_PORT

const isHost = (text: string): boolean => /^(?:[a-z0-9]([a-z0-9.-]*[a-z0-9])?|\[?[0-9a-f:.]*:[0-9a-f:.]*\]?)$/i.test(text)

const shown = (text: string): string => JSON.stringify(text.slice(0, 60))
