import '../look/look.css'
import { createRoot } from 'react-dom/client'
import { messages as pages } from '../../words/en/pages.po'
import { FrontPage } from './front-page.tsx'

const page = document.getElementById('page')
if (page) createRoot(page).render(<FrontPage messages={pages} />)
