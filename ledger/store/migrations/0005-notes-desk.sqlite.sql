-- Partners' notes. What a partner wrote, and every private half of a key, lies here only in boxes that were sealed in a browser of that partner.

-- Keys of an organisation, one after another. The private half opens by what recovery shares on paper rebuild; the box goes when the key is retired.
create table partner_keys (
  id           text primary key,
  organisation text not null references organisations (id),
  version      integer not null,
  public_key   text not null,
  shares       integer not null,
  need         integer not null,
  share_set    text not null,
  typed_back   integer not null,
  recovery_box text,
  made_by      text not null references people (id),
  made_at      integer not null,
  retired_at   integer,
  unique (organisation, version)
) strict;

-- Somebody's own key, under a passphrase that was never sent here.
create table partner_members (
  person       text primary key references people (id),
  organisation text not null references organisations (id),
  public_key   text not null,
  salt         text not null,
  iterations   integer not null,
  private_box  text,
  trust_box    text,
  made_at      integer not null,
  removed_by   text,
  removed_at   integer
) strict;

create index partner_members_by_organisation on partner_members (organisation);

-- The private half of a key of the organisation, sealed to one of its people. The first column is key and person together.
create table partner_holdings (
  id        text primary key,
  key       text not null references partner_keys (id),
  person    text not null references partner_members (person),
  box       text not null,
  let_in_by text not null,
  made_at   integer not null
) strict;

create index partner_holdings_by_person on partner_holdings (person);
create index partner_holdings_by_key on partner_holdings (key);

-- Each version of a note. The first column is organisation, note and version together. What is deleted loses its box and keeps its line.
create table partner_notes (
  id           text primary key,
  organisation text not null references organisations (id),
  note         text not null,
  version      integer not null,
  made_by      text not null references people (id),
  made_at      integer not null,
  key          text references partner_keys (id),
  box          text,
  deleted_by   text,
  deleted_at   integer,
  unique (organisation, note, version),
  check ((box is null) = (deleted_at is not null)),
  check ((box is null) = (key is null))
) strict;

create index partner_notes_by_time on partner_notes (organisation, made_at, id);
create index partner_notes_by_key on partner_notes (key);
