-- Browsers that an administrator let in, each held to the organisation it stands in. What is kept of its token is a digest. A row stays after it was revoked.
create table devices (
  id           text   primary key,
  digest       text   not null unique,
  organisation text   not null references organisations (id),
  name         text   not null,
  allowed_by   text   not null,
  enrolled_by  text   not null references people (id),
  enrolled_at  bigint not null,
  seen_at      bigint not null,
  revoked_by   text,
  revoked_at   bigint check ((revoked_at is null) = (revoked_by is null))
);

-- Codes handed over in person, each good for one browser and one hour. What is kept is a keyed digest.
create table device_enrolments (
  digest     text   primary key,
  person     text   not null references people (id),
  name       text   not null,
  allowed_by text   not null,
  ends_at    bigint not null
);

create index device_enrolments_by_person on device_enrolments (person);

alter table sessions add column device text references devices (id);

-- Who somebody is at another's service: linked by themselves, one account each.
create table linked_accounts (
  id      text   primary key,
  issuer  text   not null,
  subject text   not null,
  person  text   not null references people (id),
  made_at bigint not null,
  used_at bigint,
  unique (issuer, subject),
  unique (person, issuer)
);

-- The history learns what was not there before.
alter table sign_in_history drop constraint sign_in_history_what_check;
alter table sign_in_history add constraint sign_in_history_what_check check (what in ('code-on', 'code-off', 'taken-away', 'recovery-codes-made', 'recovery-code-used', 'passkey-added', 'passkey-removed', 'account-linked', 'account-unlinked', 'device-allowed', 'device-enrolled'));
