import { useEffect, useState, type ReactNode } from 'react'
import type { BadInput } from '../../wire/reading/bad-input.ts'
import { useSay } from '../../ui/say.tsx'
import type { Entered } from '../entry/entry-state.ts'
import type { OperationFile } from '../entry/file-of.ts'
import { readOperationFile } from './read-file.ts'
import { saveFile, type FileFormat } from './save-file.ts'
import { Unreadable } from './unreadable.tsx'

interface FileBarProps {
  readonly file: OperationFile | null
  /** Why it cannot be saved yet, in words; null where it can. */
  readonly notYet: string | null
  readonly onOpen: (opened: Entered) => void
  readonly onSaved: () => void
  readonly children: ReactNode
}

/** Opening and saving files. A file may be dropped anywhere on the page. */
export function FileBar({ file, notYet, onOpen, onSaved, children }: FileBarProps) {
  const say = useSay()
  const [bad, setBad] = useState<readonly BadInput[]>([])
  const open = (given: File | undefined) => {
    if (given) void given.arrayBuffer().then((bytes) => readOperationFile(given.name, new Uint8Array(bytes))).then((read) => {
      setBad(read.accepted ? [] : read.bad)
      if (read.accepted) onOpen(read.opened)
    })
  }
  const over = useDrop(open)
  const save = (format: FileFormat) => {
    if (file && notYet === null) void saveFile(file, format).then(onSaved)
  }
  return (
    <div className="file-bar">
      <div className="file-acts">
        <label className="button">
          <input type="file" accept=".yaml,.yml,.json" onChange={({ target }) => { open(target.files?.[0]); target.value = '' }} />
          <span>{say('file.open')}</span>
        </label>
        {(['yaml', 'json'] as const).map((format) => (
          <button key={format} type="button" aria-disabled={notYet !== null} aria-describedby={notYet === null ? undefined : 'not-yet'} onClick={() => save(format)}>{say('file.save', { format: `.${format}` })}</button>
        ))}
        {children}
      </div>
      {notYet !== null && <p className="hint" id="not-yet">{notYet}</p>}
      {bad.length > 0 && <Unreadable bad={bad} onClose={() => setBad([])} />}
      {over && <p className="drop-here" role="status">{say('file.drop-here')}</p>}
    </div>
  )
}

/** Whether a file is being held over the page, and what happens when it is let go. */
function useDrop(open: (file: File | undefined) => void): boolean {
  const [over, setOver] = useState(false)
  useEffect(() => {
    const hold = (event: DragEvent) => {
      event.preventDefault()
      setOver(true)
    }
    const leave = ({ relatedTarget }: DragEvent) => relatedTarget === null && setOver(false)
    const drop = (event: DragEvent) => {
      event.preventDefault()
      setOver(false)
      open(event.dataTransfer?.files[0])
    }
    window.addEventListener('dragover', hold)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', hold)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  })
  return over
}
