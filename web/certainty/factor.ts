/** What the odds are multiplied by: `×19`, `×3.5`, `×0.67`. */
export const factor = (ratio: number): string => `×${ratio >= 10 ? ratio.toFixed(0) : ratio.toFixed(2).replace(/\.?0+$/, '')}`
