import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { gzipSync } from 'node:zlib'

/** A file of the pages, as it is sent. */
export interface SiteFile {
  readonly type: string
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly etag: string
  /** Its name changes with its contents, so that it may be kept for good. */
  readonly named: 'by-contents' | 'by-place'
  /** Packed when first asked for, and null where packing gains nothing. */
  readonly packed: () => Uint8Array<ArrayBuffer> | null
}

/** The pages by their addresses. What is not in here cannot be asked for, whatever an address looks like. */
export interface Site {
  readonly files: ReadonlyMap<string, SiteFile>
  /** Addresses that lack a slash at their end, by which the links of a page are read. */
  readonly folders: ReadonlySet<string>
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.yaml': 'application/yaml',
}

/** Reads every file of the pages: a megabyte or two, and as good as none where they have not been built. */
export function readSite(folder: string): Site {
  const paths = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()) : []
  const files = new Map(
    paths
      .map((entry) => join(entry.parentPath, entry.name))
      .flatMap((path) => {
        const file = readFile(path)
        return addressesOf(relative(folder, path)).map((address) => [address, file] as const)
      }),
  )
  const folders = [...files.keys()].filter((address) => address.endsWith('/'))
  return { files, folders: new Set(folders.map((address) => address.slice(0, -1))) }
}

/** A page that stands for its folder can be asked for by either. */
function addressesOf(path: string): readonly string[] {
  const address = `/${path.split(sep).join('/')}`
  return address.endsWith('/index.html') ? [address, address.slice(0, -'index.html'.length)] : [address]
}

function readFile(path: string): SiteFile {
  const bytes = Uint8Array.from(readFileSync(path))
  const type = TYPES[extname(path)] ?? 'application/octet-stream'
  const { mtimeMs } = statSync(path)
  return {
    type,
    bytes,
    etag: `"${bytes.length.toString(36)}-${Math.round(mtimeMs).toString(36)}"`,
    named: HASHED.test(path) ? 'by-contents' : 'by-place',
    packed: once(() => (PACKABLE.test(type) ? smaller(bytes) : null)),
  }
}

/** As the build names what it puts in assets: `page-Bv3kX9_q.js`. */
const HASHED = /[\\/]assets[\\/].+-[\w-]{8}\.\w+$/

const PACKABLE = /^text\/|json|svg|yaml/

function smaller(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | null {
  const packed = Uint8Array.from(gzipSync(bytes))
  return packed.length < bytes.length ? packed : null
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null
  return () => (made ??= { value: make() }).value
}
