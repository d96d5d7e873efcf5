-- A session also says where it was begun, and when and how its owner last showed who they are. Whoever is signed in signs in once more.
drop table sessions;

create table sessions (
  token_digest text   primary key,
  id           text   not null unique,
  person       text   not null references people (id),
  made_at      bigint not null,
  seen_at      bigint not null,
  ends_at      bigint not null,
  address      text   not null,
  proved_at    bigint not null,
  proved_by    text   not null check (proved_by in ('password', 'code', 'passkey'))
);

create index sessions_by_person on sessions (person);

-- The secret that codes are reckoned from lies in a box under the master key. A code counts from the step after the last one.
create table second_factors (
  person       text   primary key references people (id),
  box          text   not null,
  made_at      bigint not null,
  confirmed_at bigint,
  last_step    bigint not null
);

-- Codes for the day the telephone is lost. What is kept is a keyed digest.
create table recovery_codes (
  digest  text   primary key,
  person  text   not null references people (id),
  made_at bigint not null,
  used_at bigint
);

create index recovery_codes_by_person on recovery_codes (person);

create table passkeys (
  id         text   primary key,
  person     text   not null references people (id),
  name       text   not null,
  public_key text   not null,
  counter    bigint not null,
  transports text   not null,
  held       text   not null check (held in ('one-device', 'synced')),
  made_at    bigint not null,
  used_at    bigint
);

create index passkeys_by_person on passkeys (person);

-- What was answered once is not answered again. A row may go when its challenge has run out.
create table spent_challenges (
  mark    text   primary key,
  ends_at bigint not null
);

-- What was done to somebody's ways of signing in, and by whom.
create table sign_in_history (
  number bigint generated always as identity primary key,
  person text   not null,
  what   text   not null check (what in ('code-on', 'code-off', 'taken-away', 'recovery-codes-made', 'recovery-code-used', 'passkey-added', 'passkey-removed')),
  by     text   not null,
  at     bigint not null
);

create index sign_in_history_by_person on sign_in_history (person, number);

create function sign_in_history_refuses() returns trigger language plpgsql as $$
begin
  raise exception 'the history of signing in is append-only';
end $$;

create trigger sign_in_history_no_change before update or delete on sign_in_history for each row execute function sign_in_history_refuses();
create trigger sign_in_history_no_truncate before truncate on sign_in_history for each statement execute function sign_in_history_refuses();

-- For whoever is granted this store without owning it.
revoke update, delete, truncate on sign_in_history from public;
