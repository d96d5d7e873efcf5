create table people (
  id            text   primary key,
  sign_in_name  text   not null unique,
  name          text   not null,
  role          text   not null check (role in ('administrator', 'analyst', 'planner', 'authorising-officer')),
  password_hash text   not null,
  must_change   text   not null check (must_change in ('yes', 'no')),
  made_by       text   not null,
  made_at       bigint not null,
  changed_by    text   not null,
  changed_at    bigint not null,
  left_at       bigint
);

create unique index people_by_sign_in_name on people (lower(sign_in_name));

-- What stood of somebody, and since when, but for any hash of a password.
create table people_history (
  number       bigint generated always as identity primary key,
  person       text   not null,
  sign_in_name text   not null,
  name         text   not null,
  role         text   not null,
  must_change  text   not null,
  password     text   not null check (password in ('made', 'changed', 'same')),
  left_at      bigint,
  changed_by   text   not null,
  changed_at   bigint not null
);

create function people_remember() returns trigger language plpgsql as $$
declare
  what text := 'made';
begin
  if tg_op = 'UPDATE' then
    if (new.id, new.made_by, new.made_at) is distinct from (old.id, old.made_by, old.made_at) then
      raise exception 'people: who somebody is, and who made them, stays';
    end if;
    what := case when new.password_hash = old.password_hash then 'same' else 'changed' end;
  end if;
  insert into people_history (person, sign_in_name, name, role, must_change, password, left_at, changed_by, changed_at)
  values (new.id, new.sign_in_name, new.name, new.role, new.must_change, what, new.left_at, new.changed_by, new.changed_at);
  return new;
end $$;

create function people_stay() returns trigger language plpgsql as $$
begin
  raise exception 'people are never deleted: they are marked as having left';
end $$;

create function people_history_refuses() returns trigger language plpgsql as $$
begin
  raise exception 'the history of people is append-only';
end $$;

create trigger people_remember after insert or update on people for each row execute function people_remember();
create trigger people_no_delete before delete on people for each row execute function people_stay();
create trigger people_no_truncate before truncate on people for each statement execute function people_stay();
create trigger people_history_no_change before update or delete on people_history for each row execute function people_history_refuses();
create trigger people_history_no_truncate before truncate on people_history for each statement execute function people_history_refuses();

create table sessions (
  token_digest text   primary key,
  person       text   not null references people (id),
  made_at      bigint not null,
  seen_at      bigint not null,
  ends_at      bigint not null
);

create index sessions_by_person on sessions (person);

-- How often somebody tried in vain. What was typed is not in here: a mark is a keyed digest.
create table attempts (
  mark     text    primary key,
  tries    integer not null,
  last_at  bigint  not null,
  until_at bigint  not null
);

-- The access log: who opened which file, or tried to.
create table looks (
  number  bigint generated always as identity primary key,
  at      bigint not null,
  who     text   not null,
  role    text   not null,
  stream  text   not null,
  look    text   not null,
  allowed text   not null check (allowed in ('yes', 'no')),
  why_not text,
  check ((allowed = 'yes') = (why_not is null))
);

create index looks_by_stream on looks (stream, number);

create function looks_refuse() returns trigger language plpgsql as $$
begin
  raise exception 'the access log is append-only: nothing in it is changed or deleted';
end $$;

create trigger looks_no_change before update or delete on looks for each row execute function looks_refuse();
create trigger looks_no_truncate before truncate on looks for each statement execute function looks_refuse();

-- For whoever is granted this store without owning it.
revoke update, delete, truncate on looks, people_history from public;
revoke delete, truncate on people from public;
