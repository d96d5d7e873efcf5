-- How many searches for people somebody made since when: kept here, so that no restart gives them back.
create table search_turns (
  who      text primary key,
  since_at integer not null,
  count    integer not null
) strict;

-- Whom a search touched, by file and never by what was typed. Every search leaves a line, one that met nobody too, so that neither its time nor its trace tells.
create table sought (
  number integer primary key,
  at     integer not null,
  who    text not null,
  role   text not null,
  look   text not null,
  file   text not null
) strict;
create index sought_by_file on sought (file, number);
