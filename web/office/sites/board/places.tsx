import { Figure } from '../../../../ui/figure.tsx'
import { useSay } from '../../../../ui/say.tsx'
import { DescribeForm, RoomForm } from '../acts/site-forms.tsx'
import { useBoard } from './on-board.ts'
import { Doing, NoneYet, NotedBy, Panel } from './panel.tsx'

/** Where it is and what it is like inside, in words and a point: nobody outside learns from a map which place is being looked at. */
export function Places() {
  const say = useSay()
  const { board: { site: { whereabouts, map, rooms } } } = useBoard()
  return (
    <Panel id="places" title={say('site.place')}>
      <p><bdi>{whereabouts}</bdi></p>
      {map ? <p><Figure>{map.latitude.toFixed(5)}, {map.longitude.toFixed(5)}</Figure> <bdi>{map.says}</bdi></p> : <NoneYet>{say('site.no-map')}</NoneYet>}
      {rooms.length === 0 ? <NoneYet>{say('site.no-room')}</NoneYet> : <Rooms />}
      <div className="acts">
        <Doing act={say('site.note-room')}>{(close) => <RoomForm onDone={close} />}</Doing>
        <Doing act={say('site.describe')}>{(close) => <DescribeForm onDone={close} />}</Doing>
      </div>
    </Panel>
  )
}

function Rooms() {
  const say = useSay()
  const { board: { site: { rooms } } } = useBoard()
  return (
    <table>
      <caption>{say('site.rooms')}</caption>
      <thead><tr><th scope="col">{say('site.room-name')}</th><th scope="col">{say('site.room-floor')}</th><th scope="col">{say('site.room-says')}</th></tr></thead>
      <tbody>{rooms.map(({ id, name, floor, says, noted }) => <tr key={id}><th scope="row"><bdi>{name}</bdi></th><td><bdi>{floor}</bdi></td><td><bdi>{says}</bdi> <NotedBy noted={noted} /></td></tr>)}</tbody>
    </table>
  )
}
