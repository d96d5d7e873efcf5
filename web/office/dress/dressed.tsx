import { useMemo, type ReactNode } from 'react'
import { createTheme, DirectionContext, MantineProvider, type MantineColorSchemeManager } from '@mantine/core'
import { Speaking } from '../../../ui/say.tsx'
import { LANGUAGES } from '../../words/languages.ts'
import { InLanguage } from '../../words/use-language.ts'
import type { Look } from '../../words/use-look.ts'
import { useVoice } from './wording.ts'

/** Ink on paper: what the component library cannot read from the style sheet. */
const THEME = createTheme({ fontFamily: 'var(--text)', defaultRadius: 2, cursorType: 'pointer', respectReducedMotion: true, focusRing: 'never' })

/** The light stands in the address and is stored nowhere. */
const STORED_NOWHERE: MantineColorSchemeManager = { get: (usual) => usual, set: () => undefined, subscribe: () => undefined, unsubscribe: () => undefined, clear: () => undefined }

/**
 * Everything inside has the language, the direction and the light that are asked for.
 *
 * The component library writes no style into the page: its variables are in a style sheet, as the policy of contents
 * asks (docs/decisions/0019-the-office-is-one-application-of-mantine-and-tanstack.md).
 */
export function Dressed({ look: { language, light }, children }: { readonly look: Look; readonly children: ReactNode }) {
  const say = useVoice(language)
  const { direction } = LANGUAGES[language]
  const directed = useMemo(() => ({ dir: direction, toggleDirection: () => undefined, setDirection: () => undefined }), [direction])
  return (
    <DirectionContext value={directed}>
      <MantineProvider theme={THEME} defaultColorScheme="auto" {...(light !== 'auto' && { forceColorScheme: light })} colorSchemeManager={STORED_NOWHERE} withCssVariables={false} withGlobalClasses={false}>
        <InLanguage value={language}>
          <Speaking value={say}>{children}</Speaking>
        </InLanguage>
      </MantineProvider>
    </DirectionContext>
  )
}
