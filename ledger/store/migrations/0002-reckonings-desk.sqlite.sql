-- The number of each site as it was last reckoned. Everything in here can be reckoned again from the ledger.
create table reckonings (
  site         text    primary key,
  site_version integer not null,
  reckoned_at  integer not null,
  entry_at     integer not null,
  roots        integer not null,
  probability  real    not null,
  p10          real    not null,
  p90          real    not null,
  valid_until  integer,
  gates        text    not null,
  leads_open   integer not null,
  policy       text    not null
) strict;

create index reckonings_by_validity on reckonings (valid_until);

-- Numbers are given once, whoever opens a file at the same moment.
create table numbers (
  kind text    primary key,
  last integer not null
) strict;
