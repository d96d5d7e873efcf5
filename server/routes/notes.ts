import { Hono, type Context } from 'hono'
import { LINES_ON_A_PAGE, PageQueryShape } from '../../wire/office/listing.ts'
import { NewHoldingShape, NewNotesKeyShape, NewNoteShape, NoteChangeShape, NoteResealedShape, OwnNotesKeyShape, type NoteKeptSent } from '../../wire/office/notes.ts'
import { tagOf, versionDecidedOn } from '../case/answers.ts'
import { noSuchCursor } from '../case/cursor.ts'
import { askedAfterMark, askedIn } from '../http/asked.ts'
import { changeNote, deleteNote, keepNote, pageOfNotes, placeOfNotes, resealNote, versionsOfNote, type OnVersion } from '../notes/notes.ts'
import { holdsNewest, keepKey, letIn, notesKeys } from '../notes/organisation-key.ts'
import { keepOwnKey, removeMember } from '../notes/own-key.ts'
import { refuseNotes, type NotesOutcome } from '../notes/refuse-notes.ts'
import type { Office } from '../office.ts'
import { mayDo } from '../rights/may-do.ts'
import type { OfficeEnv } from '../session/signed-in.ts'

type C = Context<OfficeEnv>

/**
 * Partners' notes: boxes that were sealed in a browser, and the keys that open them, in boxes too.
 *
 * Whoever asks sees what their own organisation keeps. Of another's there is nothing under any address.
 */
export function notesRoutes(office: Office): Hono<OfficeEnv> {
  const routes = new Hono<OfficeEnv>()
  const { speak } = office
  const partner = mayDo(office, 'keep-notes')

  routes.get('/api/notes/keys', partner, async (c) => c.json(await notesKeys(office, c.get('person'))))

  routes.post('/api/notes/own-key', partner, async (c) => {
    const asked = await askedIn(c, speak, () => OwnNotesKeyShape, 'secrets')
    return asked.accepted ? answerKeys(office, c, await keepOwnKey(office, c.get('person'), asked.value)) : asked.response
  })

  routes.post('/api/notes/keys', partner, async (c) => {
    const asked = await askedIn(c, speak, () => NewNotesKeyShape, 'secrets')
    return asked.accepted ? answerKeys(office, c, await keepKey(office, c.get('person'), asked.value)) : asked.response
  })

  routes.post('/api/notes/keys/:id/holdings', partner, async (c) => {
    const asked = await askedIn(c, speak, () => NewHoldingShape, 'secrets')
    return asked.accepted ? answerKeys(office, c, await letIn(office, c.get('person'), c.req.param('id'), asked.value)) : asked.response
  })

  routes.delete('/api/notes/colleagues/:id', partner, async (c) => {
    const who = c.get('person')
    return answerKeys(office, c, await removeMember(office, who, c.req.param('id'), (db) => holdsNewest(db, who)))
  })

  routes.get('/api/notes', partner, async (c) => {
    const asked = askedAfterMark(c, speak, PageQueryShape)
    if (!asked.accepted) return asked.response
    const { cursor, limit = LINES_ON_A_PAGE } = asked.value
    const after = cursor === undefined ? null : placeOfNotes(cursor)
    if (cursor !== undefined && after === null) return noSuchCursor(speak)
    await logLook(office, c)
    return c.json(await pageOfNotes(office, c.get('person'), { after, limit }))
  })

  routes.post('/api/notes', partner, async (c) => {
    const asked = await askedIn(c, speak, () => NewNoteShape, 'secrets')
    return asked.accepted ? answerNote(office, c, await keepNote(office, c.get('person'), asked.value), 201) : asked.response
  })

  routes.get('/api/notes/:id', partner, async (c) => {
    await logLook(office, c)
    const found = await versionsOfNote(office, c.get('person'), c.req.param('id'))
    return found === null ? refuseNotes(office, 'notes/not-here') : c.json(found, 200, { etag: tagOf(found.versions[0]?.version ?? 0) })
  })

  routes.put('/api/notes/:id', partner, async (c) => {
    const asked = await askedIn(c, speak, () => NoteChangeShape, 'secrets')
    return asked.accepted ? onVersion(office, c, (on) => changeNote(office, c.get('person'), on, asked.value)) : asked.response
  })

  routes.put('/api/notes/:id/under', partner, async (c) => {
    const asked = await askedIn(c, speak, () => NoteResealedShape, 'secrets')
    return asked.accepted ? onVersion(office, c, (on) => resealNote(office, c.get('person'), on, asked.value)) : asked.response
  })

  routes.delete('/api/notes/:id', partner, (c) => onVersion(office, c, (on) => deleteNote(office, c.get('person'), on)))
  return routes
}

/** That somebody looked at the notes of their organisation; which of them, and how many there are, stays theirs. */
async function logLook(office: Office, c: C): Promise<void> {
  const who = c.get('person')
  const { policy } = office.rights.onOffice(who, 'keep-notes')
  await office.log([{ at: office.now(), who: who.id, role: who.role, stream: `notes/${who.organisation.id}`, look: null, whyNot: null, policy }])
}

const answerKeys = async (office: Office, c: C, outcome: NotesOutcome<null>): Promise<Response> =>
  outcome.accepted ? c.json(await notesKeys(office, c.get('person'))) : refuseNotes(office, outcome.code)

const answerNote = (office: Office, c: C, outcome: NotesOutcome<NoteKeptSent>, status: 200 | 201 = 200): Response =>
  outcome.accepted ? c.json(outcome.value, status, { etag: tagOf(outcome.value.version) }) : refuseNotes(office, outcome.code)

async function onVersion(office: Office, c: C, work: (on: OnVersion) => Promise<NotesOutcome<NoteKeptSent>>): Promise<Response> {
  const decidedOn = versionDecidedOn(c, office)
  return decidedOn.accepted ? answerNote(office, c, await work({ note: c.req.param('id') ?? '', version: decidedOn.version })) : decidedOn.response
}
