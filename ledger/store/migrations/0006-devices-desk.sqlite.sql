-- Browsers that an administrator let in, each held to the organisation it stands in. What is kept of its token is a digest. A row stays after it was revoked.
create table devices (
  id           text    primary key,
  digest       text    not null unique,
  organisation text    not null references organisations (id),
  name         text    not null,
  allowed_by   text    not null,
  enrolled_by  text    not null references people (id),
  enrolled_at  integer not null,
  seen_at      integer not null,
  revoked_by   text,
  revoked_at   integer check ((revoked_at is null) = (revoked_by is null))
) strict;

-- Codes handed over in person, each good for one browser and one hour. What is kept is a keyed digest.
create table device_enrolments (
  digest     text    primary key,
  person     text    not null references people (id),
  name       text    not null,
  allowed_by text    not null,
  ends_at    integer not null
) strict;

create index device_enrolments_by_person on device_enrolments (person);

alter table sessions add column device text references devices (id);

-- Who somebody is at another's service: linked by themselves, one account each.
create table linked_accounts (
  id      text    primary key,
  issuer  text    not null,
  subject text    not null,
  person  text    not null references people (id),
  made_at integer not null,
  used_at integer,
  unique (issuer, subject),
  unique (person, issuer)
) strict;

-- The history learns what was not there before. A check goes with its table, so the rows move.
drop trigger sign_in_history_in_order;
drop trigger sign_in_history_no_update;
drop trigger sign_in_history_no_delete;
drop index sign_in_history_by_person;
alter table sign_in_history rename to sign_in_history_before;

create table sign_in_history (
  number integer primary key,
  person text   not null,
  what   text   not null check (what in ('code-on', 'code-off', 'taken-away', 'recovery-codes-made', 'recovery-code-used', 'passkey-added', 'passkey-removed', 'account-linked', 'account-unlinked', 'device-allowed', 'device-enrolled')),
  by     text   not null,
  at     integer not null
) strict;

insert into sign_in_history (number, person, what, by, at) select number, person, what, by, at from sign_in_history_before order by number;
drop table sign_in_history_before;

create index sign_in_history_by_person on sign_in_history (person, number);

create trigger sign_in_history_in_order before insert on sign_in_history
when exists (select 1 from sign_in_history where number = new.number)
begin select raise(abort, 'the history of signing in is append-only'); end;

create trigger sign_in_history_no_update before update on sign_in_history
begin select raise(abort, 'the history of signing in is append-only'); end;

create trigger sign_in_history_no_delete before delete on sign_in_history
begin select raise(abort, 'the history of signing in is append-only'); end;
