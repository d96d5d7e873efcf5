create table entries (
  position    integer primary key,
  id          text    not null unique,
  stream      text    not null,
  version     integer not null,
  type        text    not null,
  form        integer not null,
  actor       text    not null,
  device      text    not null,
  occurred_at integer not null,
  recorded_at integer not null,
  received_at integer,
  clear       text    not null,
  about       text,
  sealed_key  text,
  box         text,
  previous    text    not null,
  digest      text    not null,
  unique (stream, version),
  check (version >= 1),
  check ((about is null) = (box is null) and (sealed_key is null) = (box is null))
) strict;

-- Under which keys somebody's words lie, as the entries themselves tell. A report's own entry is found by the report's
-- name, which is the entry's id, so what is recorded most costs no second page here.
create index entries_sealed on entries (about, sealed_key) where about <> 'report/' || id;

-- Where the chain ends. It moves only with an entry, so that rows cut from the end are missed.
create table head (
  one      integer primary key check (one = 1),
  position integer not null,
  digest   text    not null
) strict;

insert into head (one, position, digest) values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

-- "insert or replace" deletes without a delete trigger, so an entry that is held already is refused here.
create trigger entries_in_order before insert on entries
when not exists (select 1 from head where position + 1 = new.position and digest = new.previous)
  or exists (select 1 from entries where id = new.id)
  or exists (select 1 from entries where stream = new.stream and version = new.version)
begin select raise(abort, 'the ledger is append-only: an entry goes after the last one'); end;

create trigger entries_move_the_head after insert on entries
begin update head set position = new.position, digest = new.digest where one = 1; end;

create trigger entries_no_update before update on entries
begin select raise(abort, 'the ledger is append-only: nothing in it is changed'); end;

create trigger entries_no_delete before delete on entries
begin select raise(abort, 'the ledger is append-only: nothing in it is deleted'); end;

create trigger head_only_forward before update on head
when new.position <> old.position + 1
  or not exists (select 1 from entries where position = new.position and digest = new.digest)
begin select raise(abort, 'the ledger is append-only: its head moves with an entry'); end;

create trigger head_no_second before insert on head
begin select raise(abort, 'the ledger is append-only: it has one head'); end;

create trigger head_no_delete before delete on head
begin select raise(abort, 'the ledger is append-only: its head stays'); end;
