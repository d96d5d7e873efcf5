-- Which organisations work here. The unit that runs the office is there from the start.
create table organisations (
  id         text primary key,
  kind       text not null check (kind in ('police', 'prosecution', 'social-service', 'ngo', 'labour-inspection', 'child-protection', 'oversight')),
  name       text not null,
  made_by    text not null,
  made_at    integer not null,
  changed_by text not null,
  changed_at integer not null
) strict;

create unique index organisations_by_name on organisations (lower(name));

insert into organisations (id, kind, name, made_by, made_at, changed_by, changed_at) values ('unit', 'police', 'The unit', 'server', 0, 'server', 0);

-- Which roles each kind of organisation may give its people (core/kernel/organisation.ts says why). No partner holds a role of enforcement.
create table roles_in (
  kind text not null,
  role text not null,
  primary key (kind, role)
) strict;

insert into roles_in (kind, role) values
  ('police', 'source-handler'), ('police', 'source-controller'), ('police', 'analyst'), ('police', 'planner'), ('police', 'authorising-officer'), ('police', 'site-commander'),
  ('police', 'site-member'), ('police', 'exhibits-officer'), ('police', 'interviewer'), ('police', 'competent-authority'), ('police', 'release-officer'), ('police', 'administrator'),
  ('prosecution', 'prosecutor'), ('prosecution', 'release-officer'),
  ('social-service', 'case-worker'), ('social-service', 'shelter-worker'), ('social-service', 'interviewer'), ('social-service', 'competent-authority'),
  ('ngo', 'case-worker'), ('ngo', 'shelter-worker'),
  ('labour-inspection', 'interviewer'), ('labour-inspection', 'competent-authority'),
  ('child-protection', 'case-worker'), ('child-protection', 'interviewer'), ('child-protection', 'competent-authority'),
  ('oversight', 'oversight');

-- A column's own check goes with the column, so the role moves into a new one: which roles there are is told by roles_in from now on.
-- That an organisation is there is seen to by triggers: SQLite adds no column that refers to another table and says 'unit' of those who are there.
-- Whoever opens cases does so once a colleague has said whose account it is; those who worked here before are taken over by the server.
drop trigger people_begin;
drop trigger people_change;
alter table people rename column role to role_before;
alter table people add column role text not null default '';
update people set role = role_before;
alter table people drop column role_before;
alter table people add column organisation text not null default 'unit';
alter table people add column vouched_by text;
alter table people add column vouched_at integer check ((vouched_at is null) = (vouched_by is null));
alter table people_history add column organisation text not null default 'unit';
alter table people_history add column vouched_by text;
alter table people_history add column vouched_at integer;

create trigger people_begin after insert on people
begin
  insert into people_history (person, sign_in_name, name, role, organisation, vouched_by, vouched_at, must_change, password, left_at, changed_by, changed_at)
  values (new.id, new.sign_in_name, new.name, new.role, new.organisation, new.vouched_by, new.vouched_at, new.must_change, 'made', new.left_at, new.changed_by, new.changed_at);
end;

create trigger people_change after update on people
begin
  insert into people_history (person, sign_in_name, name, role, organisation, vouched_by, vouched_at, must_change, password, left_at, changed_by, changed_at)
  values (new.id, new.sign_in_name, new.name, new.role, new.organisation, new.vouched_by, new.vouched_at, new.must_change, case when new.password_hash = old.password_hash then 'same' else 'changed' end, new.left_at, new.changed_by, new.changed_at);
end;

update people set vouched_by = 'server', vouched_at = cast(unixepoch() as integer) * 1000, changed_by = 'server', changed_at = cast(unixepoch() as integer) * 1000 where role <> 'administrator' and left_at is null;

create trigger people_hold_a_role before insert on people
when not exists (select 1 from organisations join roles_in on roles_in.kind = organisations.kind where organisations.id = new.organisation and roles_in.role = new.role)
begin select raise(abort, 'people: an organisation of this kind gives nobody this role'); end;

create trigger people_keep_a_role before update of role, organisation on people
when not exists (select 1 from organisations join roles_in on roles_in.kind = organisations.kind where organisations.id = new.organisation and roles_in.role = new.role)
begin select raise(abort, 'people: an organisation of this kind gives nobody this role'); end;

create trigger people_begin_vouched_by_another before insert on people
when new.vouched_by = new.id or (new.vouched_by = new.made_by and new.vouched_by <> 'server')
begin select raise(abort, 'people: nobody vouches for themselves, nor for an account they made'); end;

create trigger people_are_vouched_by_another before update of vouched_by on people
when new.vouched_by = new.id or (new.vouched_by = new.made_by and new.vouched_by <> 'server')
begin select raise(abort, 'people: nobody vouches for themselves, nor for an account they made'); end;

create trigger roles_in_stay before insert on roles_in
begin select raise(abort, 'roles_in: which roles a kind of organisation gives is no setting'); end;

create trigger roles_in_no_update before update on roles_in
begin select raise(abort, 'roles_in: which roles a kind of organisation gives is no setting'); end;

create trigger roles_in_no_delete before delete on roles_in
begin select raise(abort, 'roles_in: which roles a kind of organisation gives is no setting'); end;

create trigger organisations_keep_their_kind before update of id, kind, made_by, made_at on organisations
begin select raise(abort, 'organisations: what one is, and who made it, stays'); end;

create trigger organisations_no_delete before delete on organisations
begin select raise(abort, 'organisations are never deleted'); end;

create trigger organisations_no_replace before insert on organisations
when exists (select 1 from organisations where id = new.id)
begin select raise(abort, 'organisations: this id is there already'); end;

-- Which policy decided a look.
alter table looks add column policy text;
