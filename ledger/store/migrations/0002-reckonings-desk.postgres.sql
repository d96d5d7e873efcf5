-- The number of each site as it was last reckoned. Everything in here can be reckoned again from the ledger.
create table reckonings (
  site         text    primary key,
  site_version bigint  not null,
  reckoned_at  bigint  not null,
  entry_at     bigint  not null,
  roots        integer not null,
  probability  double precision not null,
  p10          double precision not null,
  p90          double precision not null,
  valid_until  bigint,
  gates        text    not null,
  leads_open   integer not null,
  policy       text    not null
);

create index reckonings_by_validity on reckonings (valid_until);

-- Numbers are given once, whoever opens a file at the same moment.
create table numbers (
  kind text   primary key,
  last bigint not null
);
