import type { OperationFile } from '../entry/file-of.ts'

export type FileFormat = 'yaml' | 'json'

/** An operation file as text that the command line reads. The writer of YAML is loaded when it is first asked for. */
export async function textOfFile(file: OperationFile, format: FileFormat): Promise<string> {
  if (format === 'json') return `${JSON.stringify(file, null, 2)}\n`
  const { stringify } = await import('yaml')
  return stringify(file, { version: '1.2', schema: 'core', aliasDuplicateObjects: false, lineWidth: 120 })
}

/** Hands the file to the visitor's own disk; nothing goes anywhere else. */
export async function saveFile(file: OperationFile, format: FileFormat): Promise<void> {
  const url = URL.createObjectURL(new Blob([await textOfFile(file, format)], { type: 'application/octet-stream' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `${fileName(String(file['name']))}.${format}`
  link.click()
  URL.revokeObjectURL(url)
}

const fileName = (name: string): string =>
  name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean).join('-').slice(0, 60) || 'operation'
