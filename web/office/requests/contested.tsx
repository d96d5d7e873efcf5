import { Mark } from '../../../ui/mark.tsx'
import { useSay } from '../../../ui/say.tsx'
import { ContestedShape } from '../../../wire/office/requests-holdings.ts'
import { useAsked } from '../asking/use-asked.ts'

/** Says above a file that a person contests what stands in it, to whoever reads it; not who. */
export function Contested({ file }: { readonly file: string }) {
  const say = useSay()
  const asked = useAsked({ path: `/api/contested?file=${encodeURIComponent(file)}`, streams: ['request/'] }, ContestedShape)
  return asked.answer?.contested === 'yes' ? <p className="contested" role="note"><Mark of="fails" /> {say('office.contested')}</p> : null
}
