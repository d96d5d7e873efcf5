-- How many searches for people somebody made since when: kept here, so that no restart gives them back.
create table search_turns (
  who      text primary key,
  since_at bigint not null,
  count    bigint not null
);

-- Whom a search touched, by file and never by what was typed. Every search leaves a line, one that met nobody too, so that neither its time nor its trace tells.
create table sought (
  number bigint generated always as identity primary key,
  at     bigint not null,
  who    text not null,
  role   text not null,
  look   text not null,
  file   text not null
);
create index sought_by_file on sought (file, number);
