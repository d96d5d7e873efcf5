import { useCallback, useDeferredValue, useMemo, useState } from 'react'
import type { Messages } from '@lingui/core'
import { UTC } from '../../ui/clock.ts'
import { KeyList, useKeys } from '../../ui/keys.tsx'
import { Speaking } from '../../ui/say.tsx'
import { useEntryState, isBlank } from '../entry/entry-state.ts'
import { fileOf } from '../entry/file-of.ts'
import { ExamplesAvailable, type Examples } from '../examples/examples.ts'
import { SEARCH_ID } from '../examples/pick-example.tsx'
import { Masthead } from '../front/masthead.tsx'
import { assess } from '../reading/assessed.ts'
import { InLanguage } from '../words/use-language.ts'
import { useLook } from '../words/use-look.ts'
import { voiceOf } from '../words/voice.ts'
import { EntryPane } from './entry-pane.tsx'
import { placesOf } from './places.ts'
import { ReadingBar } from './reading-bar.tsx'
import { ReadingPane } from './reading-pane.tsx'
import { useLeaving } from './use-leaving.ts'

interface BlindnessTestProps {
  readonly messages: Messages
  readonly examples: Examples
  readonly home: string | null
}

/** The blindness test: entry on one side, its reading on the other, recomputed at once; nothing leaves the page. */
export function BlindnessTest({ messages, examples, home }: BlindnessTestProps) {
  const look = useLook()
  const [state, act] = useEntryState()
  const [keysOpen, setKeysOpen] = useState(false)
  const now = useDeferredValue(state.now)
  const file = useMemo(() => (isBlank(now) ? null : now.entered === 'plan' ? now.file : fileOf(now.draft)), [now])
  const assessed = useMemo(() => (file ? (assess(file) ?? null) : null), [file])
  const zone = assessed?.zone ?? UTC
  const say = useMemo(() => voiceOf(look.language, messages, zone), [look.language, messages, zone])
  const places = useMemo(() => placesOf(say), [say])
  const leave = useLeaving(state.unsaved)
  useKeys(places, SEARCH_ID, useCallback(() => setKeysOpen(true), []))
  return (
    <InLanguage value={look.language}>
      <Speaking value={say}>
        <ExamplesAvailable value={examples}>
          <Masthead look={look} home={home} onLeave={leave} />
          <main className="test">
            <ReadingBar assessed={assessed} places={places} onKeys={() => setKeysOpen(true)} />
            <EntryPane state={state} act={act} file={file} />
            <ReadingPane assessed={assessed} from={now.from} />
          </main>
          <KeyList places={places} searches={say('keys.search')} open={keysOpen} onClose={() => setKeysOpen(false)} />
        </ExamplesAvailable>
      </Speaking>
    </InLanguage>
  )
}
