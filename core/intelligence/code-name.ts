import { Defect } from '../kernel/defect.ts'

/** Words of stones, trees and waters: nobody is called by them with a figure after it, and none tells of a place or a people. */
const WORDS = [
  'agate', 'alder', 'amber', 'aspen', 'basalt', 'beech', 'birch', 'brook', 'cedar', 'chalk', 'clay', 'cove', 'cypress', 'delta', 'elm', 'estuary',
  'fern', 'fjord', 'flint', 'gneiss', 'granite', 'gravel', 'hornbeam', 'inlet', 'jasper', 'lagoon', 'larch', 'lichen', 'linden', 'marble', 'moss', 'onyx',
  'pebble', 'pine', 'quartz', 'reed', 'sandstone', 'sedge', 'shale', 'slate', 'spruce', 'tarn', 'tuff', 'yew',
] as const
const FIGURES = 900
const FIRST_FIGURE = 100

/**
 * The name a source goes by in every paper: drawn, never chosen, so that it says nothing of whoever bears it.
 *
 * `drawn` is a whole number that somebody else drew at random; a name that is taken is passed over.
 */
export function codeNameFrom(drawn: number, taken: ReadonlySet<string>): string {
  const names = WORDS.length * FIGURES
  for (let step = 0; step < names; step++) {
    const place = (drawn + step) % names
    const name = `${WORDS[place % WORDS.length]}-${FIRST_FIGURE + Math.floor(place / WORDS.length)}`
    if (!taken.has(name)) return name
  }
  throw new Defect('every code name is taken')
}

/** Every name in a text that a source could go by, whether one does or not. */
export const codeNamesIn = (text: string): readonly string[] => [...new Set([...text.toLowerCase().matchAll(/([a-z]+)-([1-9][0-9]{2})/g)].flatMap(([, before = '', figures = '']) => WORDS.filter((word) => before.endsWith(word)).map((word) => `${word}-${figures}`)))]
