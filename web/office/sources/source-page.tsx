import { useNavigate, useParams } from '@tanstack/react-router'
import { useSay } from '../../../ui/say.tsx'
import { Page } from '../page/page.tsx'
import { usePurpose } from '../purpose/purpose.ts'
import '../sites/sites.css'
import { SourceOpen } from './source-open.tsx'

/** The file of one source. Neither the address nor the title of the window says anything of them; what was read for one purpose is closed for another. */
export function SourcePage() {
  const say = useSay()
  const go = useNavigate()
  const { source = '' } = useParams({ strict: false })
  const purpose = usePurpose()
  return (
    <Page title={say('source.one')}>
      <SourceOpen key={`${source} ${purpose}`} id={source} onAway={() => void go({ to: '/sources' })} />
    </Page>
  )
}
