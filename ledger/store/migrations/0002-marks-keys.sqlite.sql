-- Marks by which somebody is found, in the store of their key, so that both go at once. A mark is a keyed digest and tells nothing by itself.
create table marks (
  mark text not null,
  key  text not null references keys (id),
  primary key (mark, key)
) strict, without rowid;
create index marks_of_key on marks (key);

-- Whom a key serves that has marks, sealed: whoever holds this store alone is told of nobody.
create table marked (
  key    text primary key references keys (id),
  holder text not null
) strict, without rowid;

-- How far the ledger was read for marks, by which rules, and the digest that stood there: another ledger is read from its beginning.
create table marks_up_to (
  one      integer primary key check (one = 1),
  position integer not null,
  digest   text not null,
  rules    text not null
) strict;
