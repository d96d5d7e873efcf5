import { useMemo } from 'react'
import { useSay } from '../../ui/say.tsx'
import { Entry } from '../entry/entry.tsx'
import { FillingIn, isBlank, type Act, type EntryState } from '../entry/entry-state.ts'
import { NO_HOUR, type OperationFile } from '../entry/file-of.ts'
import { PickExample } from '../examples/pick-example.tsx'
import { FileBar } from '../files/file-bar.tsx'
import { enteredFrom } from '../files/read-file.ts'

interface EntryPaneProps {
  readonly state: EntryState
  readonly act: (act: Act) => void
  readonly file: OperationFile | null
}

/** Everything that goes in: an example, a file, or what one fills in oneself. */
export function EntryPane({ state, act, file }: EntryPaneProps) {
  const say = useSay()
  const { now, undo } = state
  const filling = useMemo(
    () => (now.entered === 'draft' ? { draft: now.draft, change: (change: Extract<Act, { act: 'change' }>['change']) => act({ act: 'change', change }), remove: (change: Extract<Act, { act: 'remove' }>['change']) => act({ act: 'remove', change }) } : null),
    [now, act],
  )
  const notYet = file === null ? say('file.nothing-yet') : file['at'] === NO_HOUR ? say('file.no-hour-yet') : null
  return (
    <section className="entry-pane screen-only" id="entry" aria-labelledby="entry-title" tabIndex={-1}>
      <h1>{say('test.title')}</h1>
      <p className="promise">{say('test.promise')}</p>
      <p className="danger">{say('warn.never')}</p>
      <h2 id="entry-title">{say('entry.title')}</h2>
      <PickExample onOpen={(opened, name) => act({ act: 'open', opened: enteredFrom(opened, name) })} />
      <FileBar file={file} notYet={notYet} onOpen={(opened) => act({ act: 'open', opened })} onSaved={() => act({ act: 'saved' })}>
        <button type="button" aria-disabled={isBlank(now)} onClick={() => !isBlank(now) && act({ act: 'clear' })}>{say('entry.clear')}</button>
        {undo && <button type="button" className="undo" onClick={() => act({ act: 'undo' })}>{say(undo.words)}</button>}
      </FileBar>
      {filling ? <FillingIn value={filling}><Entry /></FillingIn> : <p className="plan-read">{say('entry.plan-read', { file: now.from ?? '' })}</p>}
    </section>
  )
}
