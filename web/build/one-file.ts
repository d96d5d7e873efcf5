import { digestInBase64 } from '../../crypto/digest.ts'
import type { Plugin, Rolldown } from 'vite'

const NAME = 'blindness-test.html'

/** Everything the page needs is in the file; what it is made of is named by its digest, and nothing else may run or load. */
const policyOf = (script: string, style: string): string =>
  [
    "default-src 'none'",
    `script-src 'sha256-${digestInBase64(script)}'`,
    `style-src 'sha256-${digestInBase64(style)}'`,
    'font-src data:',
    'img-src data:',
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')

/** Puts the one script and the one style sheet of a build into its page, so that the page stands by itself. */
export const oneFile = (): Plugin => ({
  name: 'daylight-one-file',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      const files = Object.values(bundle)
      const html = onlyOne(files.filter(isAsset).filter(({ fileName }) => fileName.endsWith('.html')), 'page')
      const style = String(onlyOne(files.filter(isAsset).filter(({ fileName }) => fileName.endsWith('.css')), 'style sheet').source)
      const script = onlyOne(files.filter(isChunk), 'script').code.replaceAll('</script', String.raw`<\/script`)
      for (const { fileName } of files) delete bundle[fileName]
      this.emitFile({ type: 'asset', fileName: NAME, source: standing(String(html.source), script, style) })
    },
  },
})

const isAsset = (file: Rolldown.OutputAsset | Rolldown.OutputChunk): file is Rolldown.OutputAsset => file.type === 'asset'
const isChunk = (file: Rolldown.OutputAsset | Rolldown.OutputChunk): file is Rolldown.OutputChunk => file.type === 'chunk'

function onlyOne<File>(files: readonly File[], what: string): File {
  const [file, another] = files
  if (!file || another) throw new Error(`a page that stands by itself has one ${what}, and here are ${files.length}`)
  return file
}

/** Replacements are functions, since a text may hold `$&`. */
function standing(page: string, script: string, style: string): string {
  const policy = `<meta http-equiv="Content-Security-Policy" content="${policyOf(script, style)}" />`
  return page
    .replaceAll(/\s*<(?:script|link rel="(?:stylesheet|modulepreload)")[^>]*>(?:<\/script>)?/g, '')
    .replace('<html lang="en">', '<html lang="en" data-stands-alone>')
    .replace('<meta charset="utf-8" />', (charset) => `${charset}\n    ${policy}`)
    .replace('</head>', (end) => `  <style>${style}</style>\n  ${end}`)
    .replace('</body>', (end) => `  <script type="module">${script}</script>\n  ${end}`)
}
