import '../blindness-test/without-eval.ts'
import './look/office.css'
import { createRoot } from 'react-dom/client'
import { messages as need } from '../../words/en/need.po'
import { messages as office } from '../../words/en/office.po'
import { messages as pages } from '../../words/en/pages.po'
import { messages as session } from '../../words/en/session.po'
import { openQueries } from './asking/queries.ts'
import { knowWords } from './known-words.ts'
import { Office } from './office.tsx'
import { openRouter } from './routes.tsx'

const page = document.getElementById('page')
const words = knowWords({ ...pages, ...session, ...need, ...office })
if (page) createRoot(page).render(<Office words={words} queries={openQueries()} router={openRouter(words)} />)
