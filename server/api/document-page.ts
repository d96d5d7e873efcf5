import { html, raw } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'

export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>

/** A whole page of the server's own, with its one stylesheet, no script and nothing from elsewhere. */
export const documentPage = (title: string, body: Markup): Markup =>
  html`${raw('<!doctype html>')}
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title}</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/api/page.css">
  </head>
  <body>
    ${body}
  </body>
</html>`
