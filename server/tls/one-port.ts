import type { Server as SecureServer } from 'node:https'
import type { Socket } from 'node:net'

/** How TLS begins: a record of the handshake (RFC 8446, 5.1). No word of HTTP begins so. */
const HANDSHAKE = 0x16

/** How long somebody may take to say their first word. */
const FIRST_WORD_MS = 10_000

/**
 * Answers on the port of TLS whoever speaks plain HTTP there, with where to go.
 *
 * Nobody is led on by themselves: a program that sends a password in the open is told so and mended, where one that was led on would go on doing it unseen
 * (OWASP ASVS 5.0, 4.1.2). Nothing of what was asked is read.
 */
export function tellPlainSpeakers(server: SecureServer, origin: string | undefined): void {
  const secure = server.listeners('connection')
  server.removeAllListeners('connection')
  server.on('connection', (socket: Socket) => {
    socket.setTimeout(FIRST_WORD_MS, () => socket.destroy())
    socket.once('error', () => socket.destroy())
    socket.once('data', (first: Buffer) => {
      socket.pause()
      socket.removeAllListeners('timeout').setTimeout(0)
      if (first[0] !== HANDSHAKE) return void socket.end(plainAnswer(origin))
      socket.unshift(first)
      for (const listener of secure) listener.call(server, socket)
    })
  })
}

function plainAnswer(origin: string | undefined): string {
  const says = `TLS is spoken here. Open ${origin ?? 'this address with https before it'}.\n`
  return ['HTTP/1.1 400 Bad Request', 'content-type: text/plain; charset=utf-8', `content-length: ${says.length}`, 'cache-control: no-store', 'connection: close', '', says].join('\r\n')
}
