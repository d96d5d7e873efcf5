import { useState } from 'react'
import { useSay } from '../../../ui/say.tsx'
import { LongField } from '../form/fields.tsx'
import { useSession } from '../session/use-session.ts'
import { NeedActForm } from './need-act-form.tsx'
import type { FileName, ShownNeed } from './need-asked.ts'

interface OfFile {
  readonly file: FileName
  readonly need: ShownNeed
}

/** How far a file reaches, in a sentence; and, for whoever may say so, to have it reach further or less far. */
export function Reach({ file, need }: OfFile) {
  const say = useSay()
  const [kind = 'site'] = file.split('/', 1)
  const own = useSession().answer?.person?.organisation
  const organisation = own?.id === need.organisation ? own.name : say('need.other-organisation')
  const to = need.reach === 'unit' ? 'named' : 'unit'
  const [setting, setSetting] = useState(false)
  return (
    <>
      <p><strong>{say(`reach.${need.reach}`)}</strong> {say(`need.reach-${need.reach}`, { organisation })}</p>
      <p className="hint">{say(`need.beside-${kind}`)}</p>
      {need.mayName === 'yes' && !setting && <button type="button" onClick={() => setSetting(true)}>{say(`need.reach-to-${to}`)}</button>}
      {setting && (
        <NeedActForm file={file} version={need.version} form="set-reach" blank={{ because: '' }} act={say(`need.reach-to-${to}`)} write={({ because }) => ({ act: 'set-reach', reach: to, because })} onAway={() => setSetting(false)}>
          {(draft) => <><p>{say(`need.reach-to-${to}-means`)}</p><LongField label={say('need.because')} {...draft.at('because')} rows={2} /></>}
        </NeedActForm>
      )}
    </>
  )
}
