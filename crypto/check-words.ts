/** Sixty-four short words that nobody takes for one another, read out over a telephone either. Their order is part of the format of shares. */
export const CHECK_WORDS = [
  'acorn', 'amber', 'anchor', 'apple', 'bamboo', 'basket', 'beacon', 'blanket', 'bottle', 'bridge', 'butter', 'candle', 'carpet', 'castle', 'cedar', 'cherry',
  'copper', 'cotton', 'desert', 'dragon', 'eagle', 'engine', 'feather', 'ferry', 'flute', 'forest', 'garden', 'ginger', 'granite', 'hammer', 'harbour', 'honey',
  'island', 'jacket', 'kettle', 'ladder', 'lantern', 'lemon', 'marble', 'meadow', 'mirror', 'mountain', 'needle', 'ocean', 'olive', 'orchard', 'paper', 'pepper',
  'pigeon', 'pillow', 'quarry', 'rabbit', 'ribbon', 'river', 'saddle', 'silver', 'spider', 'temple', 'thunder', 'tulip', 'valley', 'velvet', 'window', 'yellow',
] as const
