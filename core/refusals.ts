import type { ConvertGradingRefusal } from './intelligence/convert-grading.ts'

/**
 * Every reason the domain can give for saying no.
 *
 * The codes are public: never renamed, never reused; one that is retired keeps its line and a date. A refusal
 * carries codes, ids and lists of codes, never a name and never free text, since it will be logged.
 */
export type Refusal = ConvertGradingRefusal

export type RefusalCode = Refusal['code']
