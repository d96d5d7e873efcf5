import './without-eval.ts'
import '../look/look.css'
import { createRoot } from 'react-dom/client'
import { messages as pages } from '../../words/en/pages.po'
import { messages as readings } from '../../words/en/readings.po'
import { BUILT_IN } from '../examples/built-in.ts'
import { BlindnessTest } from './blindness-test.tsx'

const page = document.getElementById('page')
const standsAlone = document.documentElement.dataset['standsAlone'] !== undefined
if (page) createRoot(page).render(<BlindnessTest messages={{ ...readings, ...pages }} examples={BUILT_IN} home={standsAlone ? null : '../'} />)
