import { useEffect } from 'react'

/** Nothing stays folded away on paper. */
export function useUnfolded(): void {
  useEffect(() => {
    const folded = new Set<HTMLDetailsElement>()
    const unfold = () => {
      for (const one of document.querySelectorAll<HTMLDetailsElement>('details:not([open])')) {
        folded.add(one)
        one.open = true
      }
    }
    const fold = () => {
      for (const one of folded) one.open = false
      folded.clear()
    }
    window.addEventListener('beforeprint', unfold)
    window.addEventListener('afterprint', fold)
    return () => {
      window.removeEventListener('beforeprint', unfold)
      window.removeEventListener('afterprint', fold)
    }
  }, [])
}

/** Words for the margins of the paper, which only a style sheet can reach. */
export function usePaper(line: string, page: string, of: string): void {
  useEffect(() => {
    const { style } = document.documentElement
    style.setProperty('--paper-line', JSON.stringify(line))
    style.setProperty('--paper-page', JSON.stringify(`${page} `))
    style.setProperty('--paper-of', JSON.stringify(` ${of} `))
  }, [line, page, of])
}
