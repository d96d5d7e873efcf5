-- A session also says where it was begun, and when and how its owner last showed who they are. Whoever is signed in signs in once more.
drop table sessions;

create table sessions (
  token_digest text   primary key,
  id           text   not null unique,
  person       text   not null references people (id),
  made_at      integer not null,
  seen_at      integer not null,
  ends_at      integer not null,
  address      text   not null,
  proved_at    integer not null,
  proved_by    text   not null check (proved_by in ('password', 'code', 'passkey'))
) strict;

create index sessions_by_person on sessions (person);

-- The secret that codes are reckoned from lies in a box under the master key. A code counts from the step after the last one.
create table second_factors (
  person       text   primary key references people (id),
  box          text   not null,
  made_at      integer not null,
  confirmed_at integer,
  last_step    integer not null
) strict;

-- Codes for the day the telephone is lost. What is kept is a keyed digest.
create table recovery_codes (
  digest  text   primary key,
  person  text   not null references people (id),
  made_at integer not null,
  used_at integer
) strict;

create index recovery_codes_by_person on recovery_codes (person);

create table passkeys (
  id         text   primary key,
  person     text   not null references people (id),
  name       text   not null,
  public_key text   not null,
  counter    integer not null,
  transports text   not null,
  held       text   not null check (held in ('one-device', 'synced')),
  made_at    integer not null,
  used_at    integer
) strict;

create index passkeys_by_person on passkeys (person);

-- What was answered once is not answered again. A row may go when its challenge has run out.
create table spent_challenges (
  mark    text   primary key,
  ends_at integer not null
) strict;

-- What was done to somebody's ways of signing in, and by whom.
create table sign_in_history (
  number integer primary key,
  person text   not null,
  what   text   not null check (what in ('code-on', 'code-off', 'taken-away', 'recovery-codes-made', 'recovery-code-used', 'passkey-added', 'passkey-removed')),
  by     text   not null,
  at     integer not null
) strict;

create index sign_in_history_by_person on sign_in_history (person, number);

create trigger sign_in_history_in_order before insert on sign_in_history
when exists (select 1 from sign_in_history where number = new.number)
begin select raise(abort, 'the history of signing in is append-only'); end;

create trigger sign_in_history_no_update before update on sign_in_history
begin select raise(abort, 'the history of signing in is append-only'); end;

create trigger sign_in_history_no_delete before delete on sign_in_history
begin select raise(abort, 'the history of signing in is append-only'); end;
