import { Hono, type Context } from 'hono'
import { AccountSignInShape } from '../../wire/office/account.ts'
import { askedIn } from '../http/asked.ts'
import type { Office } from '../office.ts'
import { ACCOUNT_SECONDS, accountOffered, askAccount, linkAccount, signInByAccount, signInWithCode, unlinkAccount, type AccountHeld } from '../session/account.ts'
import { signedInNow } from '../session/answer-session.ts'
import { addressOf } from '../session/caller.ts'
import { takeCookie } from '../session/cookie.ts'
import { heldClosed, holdClosed } from '../session/held-closed.ts'
import { notBegun } from '../session/not-begun.ts'
import { ownPagesOnly } from '../session/own-pages.ts'
import { hereIn, ownWays } from '../session/own-ways.ts'
import { forgetProved, provedIn } from '../session/proved.ts'
import { refuseSignIn } from '../session/refuse-sign-in.ts'
import { signedIn, type OfficeEnv } from '../session/signed-in.ts'
import { whenceOf } from '../session/whence.ts'

/** The one address another's service sends people back to. */
export const ACCOUNT_BACK = '/office/account-back'

/** Longer is no code of anybody's, and no cookie holds it. */
const MOST_QUERY = 2_400

const COOKIE = 'daylight-account'

/** Signing in by an account at another's service, and linking one's own. */
export function accountRoutes(office: Office): Hono<OfficeEnv> {
  const { door, speak } = office
  const routes = new Hono<OfficeEnv>()
  const asked = async (c: Context, purpose: AccountHeld['purpose'], within = ''): Promise<Response> => {
    const going = await askAccount(door, purpose, within)
    if (!going.accepted) return refuseSignIn(office, going.refusal)
    holdClosed(c, door.master, COOKIE, going.value.held, ACCOUNT_SECONDS)
    return c.json({ address: going.value.address })
  }

  routes.get('/api/session/account', (c) => c.json(accountOffered(door)))
  routes.post('/api/session/account/asked', ownPagesOnly(speak), (c) => asked(c, 'sign-in'))

  routes.post('/api/session/account', ownPagesOnly(speak), async (c) => {
    const sent = await askedIn(c, speak, () => AccountSignInShape, 'secrets')
    if (!sent.accepted) return sent.response
    const [proved, code, whence] = [provedIn(c, door, 'code'), sent.value.code ?? '', whenceOf(c)]
    const held = heldClosed<AccountHeld>(c, door.master, COOKIE)
    takeCookie(c, COOKIE)
    const begun = proved && !held ? await signInWithCode(door, proved, code, whence) : await signInByAccount(door, held, code, whence)
    if (!begun.accepted) return notBegun(office, c, begun.refusal, 'proved' in begun.refusal ? begun.refusal.proved : begun.proved)
    forgetProved(c)
    return signedInNow(office, c, begun.value)
  })

  routes.post('/api/session/account/link/asked', signedIn(office, { stepUp: 'own/account' }), (c) => asked(c, 'link', c.get('session').id))

  routes.post('/api/session/account/link', signedIn(office), async (c) => {
    const held = heldClosed<AccountHeld>(c, door.master, COOKIE)
    takeCookie(c, COOKIE)
    const linked = await linkAccount(door, c.var, held, addressOf(c))
    return linked.accepted ? c.json(await ownWays(door, c.var, hereIn(door, c))) : notBegun(office, c, linked.refusal)
  })

  routes.delete('/api/session/account/link', signedIn(office, { stepUp: 'own/account' }), async (c) => {
    const unlinked = await unlinkAccount(door, c.var)
    return unlinked.accepted ? c.json(await ownWays(door, c.var, hereIn(door, c))) : refuseSignIn(office, unlinked.refusal)
  })
  return routes
}

/**
 * Where people come back. It decides nothing: what they bring is kept in their own browser, closed, until a page of ours asks for it to be looked at.
 *
 * It leads to one of two places of our own, whatever it is asked with. What is not for this browser, or came before, changes nothing.
 */
export function accountBack({ door }: Office): Hono {
  const routes = new Hono()
  routes.get(ACCOUNT_BACK, (c) => {
    const held = heldClosed<AccountHeld>(c, door.master, COOKIE)
    const query = new URL(c.req.url).search.slice(1)
    const isAwaited = held !== null && held.query === null && query.length <= MOST_QUERY && new URLSearchParams(query).get('state') === held.state
    if (isAwaited) holdClosed(c, door.master, COOKIE, { ...held, query }, ACCOUNT_SECONDS)
    return c.redirect(held?.purpose === 'link' ? '/office/me?account=back' : '/office/?account=back', 303)
  })
  return routes
}
