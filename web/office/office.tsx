import { useState } from 'react'
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { RouterProvider, type AnyRouter } from '@tanstack/react-router'
import { openDrafts } from './form/kept-drafts.ts'
import { KeepingDrafts } from './form/use-draft.ts'
import type { KnownWords } from './known-words.ts'
import { Wording } from './dress/wording.ts'

interface OfficeProps {
  readonly words: KnownWords
  readonly queries: QueryClient
  readonly router: AnyRouter
}

/** The office: everything a page needs around it, made once. */
export function Office({ words, queries, router }: OfficeProps) {
  const [drafts] = useState(openDrafts)
  return (
    <QueryClientProvider client={queries}>
      <KeepingDrafts value={drafts}>
        <Wording value={words}>
          <RouterProvider router={router} />
        </Wording>
      </KeepingDrafts>
    </QueryClientProvider>
  )
}
