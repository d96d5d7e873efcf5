import { Link } from '@tanstack/react-router'
import { useSay } from '../../../ui/say.tsx'
import { Page } from '../page/page.tsx'

/** An address at which there is nothing. */
export function NothingHere() {
  const say = useSay()
  return (
    <Page title={say('office.nothing-here')}>
      <p><Link to="/">{say('office.to-the-front')}</Link></p>
    </Page>
  )
}

/** A page that broke: what was typed is still kept, and loading it again brings it back. */
export function Broken() {
  const say = useSay()
  return (
    <Page title={say('office.broken')}>
      <p>{say('office.broken-then')}</p>
      <p><Link to="/">{say('office.to-the-front')}</Link></p>
    </Page>
  )
}
