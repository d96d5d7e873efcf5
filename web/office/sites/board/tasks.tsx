import { Link } from '@tanstack/react-router'
import { instant } from '../../../../core/kernel/instant.ts'
import { Figure, share } from '../../../../ui/figure.tsx'
import { Mark } from '../../../../ui/mark.tsx'
import { useSay } from '../../../../ui/say.tsx'
import { useReportName } from '../../../reading/report-name.ts'
import { useNow } from '../../figures/use-now.ts'
import { TaskAnswerForm } from '../acts/task-form.tsx'
import type { SiteRead } from './board.ts'
import { useBoard, useNameOf } from './on-board.ts'
import { Doing, NoneYet, Panel } from './panel.tsx'
import { WhenHere } from '../when-here.tsx'

/** What somebody is finding out, by when, and what it would do to the number. What is answered stands below. */
export function Tasks() {
  const say = useSay()
  const { board: { site: { tasks } } } = useBoard()
  const [open, done] = [tasks.filter(({ answered }) => answered === null), tasks.filter(({ answered }) => answered !== null)]
  return (
    <Panel id="tasks" title={say('task.title')} beside={say('task.open-count', { count: open.length })}>
      {tasks.length === 0 && <NoneYet>{say('task.none')}</NoneYet>}
      <ul className="entries-of-board">{[...open, ...done].map((task) => <li key={task.id}><Task task={task} /></li>)}</ul>
    </Panel>
  )
}

type TaskRead = SiteRead['tasks'][number]

function Task({ task: { id, question, kind, source, owner, due, before, yes, no, answered } }: { readonly task: TaskRead }) {
  const say = useSay()
  const nameOf = useNameOf()
  const called = useReportName()
  return (
    <>
      <p>
        <Mark of={answered === null ? 'unknown' : 'holds'} /> {question === null ? <span className="hint">{say('task.of-a-protected-source')}</span> : <strong><bdi>{question}</bdi></strong>} {kind !== null && <span className="hint">{say(`kind.${kind}`)}{source !== null && <> · <Link to="/sources/$source" params={{ source }}>{say('task.of-the-register')}</Link></>}</span>}
      </p>
      <p className="hint">
        {nameOf(owner)} · {answered === null && <DueBy words={say('task.due-by')} due={due} />} {before !== null && yes !== null && <Figure>{share(before)} → {say('task.if-yes')} {share(yes)}{no !== null && `, ${say('task.if-no')} ${share(no)}`}</Figure>}
      </p>
      {answered === null
        ? <Doing act={say('task.answer-it')}>{(close) => <TaskAnswerForm task={id} onDone={close} />}</Doing>
        : <p>{say(`task.answer.${answered.answer}`)}{answered.says !== null && <>: <bdi>{answered.says}</bdi></>} <span className="hint">{nameOf(answered.noted.by)}{answered.report !== null && ` · ${called(answered.report)}`}</span></p>}
    </>
  )
}

/** A day by which something is owed, after its words; amber with a word of its own once it is past. */
export function DueBy({ words, due }: { readonly words: string; readonly due: string }) {
  const say = useSay()
  const now = useNow()
  const late = instant(Date.parse(due)) <= now
  return late ? <strong className="runs-out">{words} <WhenHere at={due} /> {say('task.overdue')}</strong> : <>{words} <WhenHere at={due} /></>
}
