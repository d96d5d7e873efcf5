create table people (
  id            text    primary key,
  sign_in_name  text    not null unique,
  name          text    not null,
  role          text    not null check (role in ('administrator', 'analyst', 'planner', 'authorising-officer')),
  password_hash text    not null,
  must_change   text    not null check (must_change in ('yes', 'no')),
  made_by       text    not null,
  made_at       integer not null,
  changed_by    text    not null,
  changed_at    integer not null,
  left_at       integer
) strict;

create unique index people_by_sign_in_name on people (lower(sign_in_name));

-- What stood of somebody, and since when, but for any hash of a password.
create table people_history (
  number       integer primary key,
  person       text    not null,
  sign_in_name text    not null,
  name         text    not null,
  role         text    not null,
  must_change  text    not null,
  password     text    not null check (password in ('made', 'changed', 'same')),
  left_at      integer,
  changed_by   text    not null,
  changed_at   integer not null
) strict;

create trigger people_begin after insert on people
begin
  insert into people_history (person, sign_in_name, name, role, must_change, password, left_at, changed_by, changed_at)
  values (new.id, new.sign_in_name, new.name, new.role, new.must_change, 'made', new.left_at, new.changed_by, new.changed_at);
end;

create trigger people_change after update on people
begin
  insert into people_history (person, sign_in_name, name, role, must_change, password, left_at, changed_by, changed_at)
  values (new.id, new.sign_in_name, new.name, new.role, new.must_change, case when new.password_hash = old.password_hash then 'same' else 'changed' end, new.left_at, new.changed_by, new.changed_at);
end;

-- "insert or replace" deletes without a delete trigger, so whoever is there already is refused here.
create trigger people_no_replace before insert on people
when exists (select 1 from people where id = new.id or lower(sign_in_name) = lower(new.sign_in_name))
begin select raise(abort, 'people: this name or id is there already'); end;

create trigger people_no_new_id before update of id, made_by, made_at on people
begin select raise(abort, 'people: who somebody is, and who made them, stays'); end;

create trigger people_no_delete before delete on people
begin select raise(abort, 'people are never deleted: they are marked as having left'); end;

create trigger people_history_in_order before insert on people_history
when exists (select 1 from people_history where number = new.number)
begin select raise(abort, 'the history of people is append-only'); end;

create trigger people_history_no_update before update on people_history
begin select raise(abort, 'the history of people is append-only'); end;

create trigger people_history_no_delete before delete on people_history
begin select raise(abort, 'the history of people is append-only'); end;

create table sessions (
  token_digest text    primary key,
  person       text    not null references people (id),
  made_at      integer not null,
  seen_at      integer not null,
  ends_at      integer not null
) strict;

create index sessions_by_person on sessions (person);

-- How often somebody tried in vain. What was typed is not in here: a mark is a keyed digest.
create table attempts (
  mark     text    primary key,
  tries    integer not null,
  last_at  integer not null,
  until_at integer not null
) strict;

-- The access log: who opened which file, or tried to.
create table looks (
  number  integer primary key,
  at      integer not null,
  who     text    not null,
  role    text    not null,
  stream  text    not null,
  look    text    not null,
  allowed text    not null check (allowed in ('yes', 'no')),
  why_not text,
  check ((allowed = 'yes') = (why_not is null))
) strict;

create index looks_by_stream on looks (stream, number);

create trigger looks_in_order before insert on looks
when exists (select 1 from looks where number = new.number)
begin select raise(abort, 'the access log is append-only'); end;

create trigger looks_no_update before update on looks
begin select raise(abort, 'the access log is append-only: nothing in it is changed'); end;

create trigger looks_no_delete before delete on looks
begin select raise(abort, 'the access log is append-only: nothing in it is deleted'); end;
