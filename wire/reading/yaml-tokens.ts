import { CST, Lexer, Parser } from 'yaml'
import { DEEPEST, TOO_DEEP, type BadInputCode } from './bad-input.ts'

/** What YAML can say and a file here may not, with its offset. */
export interface NotAllowed {
  readonly code: BadInputCode
  readonly at: number
  readonly problem: string
  readonly expected: string
}

export type YamlTokens =
  | { readonly accepted: true; readonly tokens: readonly CST.Token[] }
  | { readonly accepted: false; readonly notAllowed: NotAllowed }

/**
 * What is left out of YAML here. Each makes a file mean something that is not written where it is read:
 * aliases and anchors repeat a part, tags and directives change what words mean (`%YAML 1.1` makes a
 * boolean of NO, the country).
 */
const LEFT_OUT: Readonly<Partial<Record<CST.TokenType, { readonly problem: string; readonly expected: string }>>> = {
  anchor: { problem: 'an anchor (&) is not read', expected: 'the value written out; a text that begins with & in quotes' },
  alias: { problem: 'an alias (*) is not read', expected: 'the value written out again; a text that begins with * in quotes' },
  tag: { problem: 'a tag (!) is not read', expected: 'the value alone; a text that begins with ! in quotes' },
  'directive-line': { problem: 'a directive (%) is not read', expected: 'YAML 1.2, which needs none' },
}

/**
 * Some 50,000 short lines. The parser keeps about a kilobyte for every part, so that five megabytes of dashes
 * would fill the memory of the machine. JSON takes several times as much.
 */
const MOST_PARTS = 300_000

/**
 * Cuts a YAML text into the parser's tokens and stops at the first thing that is not allowed.
 *
 * Depth is watched while the tokens come, since what reads them afterwards calls itself.
 */
export function yamlTokens(text: string): YamlTokens {
  const parser = new Parser()
  const tokens: CST.Token[] = []
  let parts = 0
  let inScalar = false
  for (const lexeme of new Lexer().lex(text)) {
    const type: CST.TokenType | null = inScalar ? null : CST.tokenType(lexeme)
    parts += 1
    const notAllowed = refused(type, parser) ?? tooMany(parts, parser)
    if (notAllowed) return { accepted: false, notAllowed }
    inScalar = type === 'scalar'
    tokens.push(...parser.next(lexeme))
  }
  return { accepted: true, tokens: [...tokens, ...parser.end()] }
}

function refused(type: CST.TokenType | null, { offset: at, stack }: Parser): NotAllowed | null {
  const leftOut = type && LEFT_OUT[type]
  if (leftOut) return { code: 'reading/yaml-not-allowed', at, ...leftOut }
  if (stack.length > DEEPEST && stack.filter(CST.isCollection).length > DEEPEST)
    return { code: 'reading/too-deep', at, ...TOO_DEEP }
  return null
}

const tooMany = (parts: number, { offset: at }: Parser): NotAllowed | null =>
  parts <= MOST_PARTS
    ? null
    : { code: 'reading/too-large', at, problem: 'the file has too many parts for YAML', expected: 'the same as JSON, in a file that ends in .json' }
