create table entries (
  position    bigint  primary key,
  id          text    not null unique,
  stream      text    not null,
  version     bigint  not null check (version >= 1),
  type        text    not null,
  form        integer not null,
  actor       text    not null,
  device      text    not null,
  occurred_at bigint  not null,
  recorded_at bigint  not null,
  received_at bigint,
  clear       text    not null,
  about       text,
  sealed_key  text,
  box         text,
  previous    text    not null,
  digest      text    not null,
  unique (stream, version),
  check ((about is null) = (box is null) and (sealed_key is null) = (box is null))
);

-- Under which keys somebody's words lie, as the entries themselves tell. A report's own entry is found by the report's
-- name, which is the entry's id, so what is recorded most costs no second page here.
create index entries_sealed on entries (about, sealed_key) where about <> 'report/' || id;

-- Where the chain ends. It moves only with an entry, so that rows cut from the end are missed.
create table head (
  one      integer primary key check (one = 1),
  position bigint  not null,
  digest   text    not null
);

insert into head (one, position, digest) values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

create function entries_in_order() returns trigger language plpgsql as $$
begin
  update head set position = new.position, digest = new.digest
    where one = 1 and position + 1 = new.position and digest = new.previous;
  if not found then
    raise exception 'the ledger is append-only: an entry goes after the last one';
  end if;
  return new;
end $$;

create function ledger_refuses() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger is append-only: nothing in it is changed or deleted';
end $$;

create function head_only_forward() returns trigger language plpgsql as $$
begin
  if new.position <> old.position + 1 or pg_trigger_depth() < 2 then
    raise exception 'the ledger is append-only: its head moves with an entry';
  end if;
  return new;
end $$;

create trigger entries_in_order before insert on entries for each row execute function entries_in_order();
create trigger entries_no_change before update or delete on entries for each row execute function ledger_refuses();
create trigger entries_no_truncate before truncate on entries for each statement execute function ledger_refuses();
create trigger head_only_forward before update on head for each row execute function head_only_forward();
create trigger head_no_second before insert or delete on head for each row execute function ledger_refuses();
create trigger head_no_truncate before truncate on head for each statement execute function ledger_refuses();

-- For whoever is granted this ledger without owning it.
revoke update, delete, truncate on entries from public;
