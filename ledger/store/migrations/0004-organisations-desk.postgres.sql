-- Which organisations work here. The unit that runs the office is there from the start.
create table organisations (
  id         text primary key,
  kind       text not null check (kind in ('police', 'prosecution', 'social-service', 'ngo', 'labour-inspection', 'child-protection', 'oversight')),
  name       text not null,
  made_by    text not null,
  made_at    bigint not null,
  changed_by text not null,
  changed_at bigint not null
);

create unique index organisations_by_name on organisations (lower(name));

insert into organisations (id, kind, name, made_by, made_at, changed_by, changed_at) values ('unit', 'police', 'The unit', 'server', 0, 'server', 0);

-- Which roles each kind of organisation may give its people (core/kernel/organisation.ts says why). No partner holds a role of enforcement.
create table roles_in (
  kind text not null,
  role text not null,
  primary key (kind, role)
);

insert into roles_in (kind, role) values
  ('police', 'source-handler'), ('police', 'source-controller'), ('police', 'analyst'), ('police', 'planner'), ('police', 'authorising-officer'), ('police', 'site-commander'),
  ('police', 'site-member'), ('police', 'exhibits-officer'), ('police', 'interviewer'), ('police', 'competent-authority'), ('police', 'release-officer'), ('police', 'administrator'),
  ('prosecution', 'prosecutor'), ('prosecution', 'release-officer'),
  ('social-service', 'case-worker'), ('social-service', 'shelter-worker'), ('social-service', 'interviewer'), ('social-service', 'competent-authority'),
  ('ngo', 'case-worker'), ('ngo', 'shelter-worker'),
  ('labour-inspection', 'interviewer'), ('labour-inspection', 'competent-authority'),
  ('child-protection', 'case-worker'), ('child-protection', 'interviewer'), ('child-protection', 'competent-authority'),
  ('oversight', 'oversight');

alter table people drop constraint people_role_check;
alter table people add column organisation text not null default 'unit' references organisations (id);
alter table people_history add column organisation text not null default 'unit';

-- Whoever opens cases does so once a colleague has said whose account it is; those who worked here before are taken over by the server.
alter table people add column vouched_by text;
alter table people add column vouched_at bigint check ((vouched_at is null) = (vouched_by is null));
alter table people_history add column vouched_by text;
alter table people_history add column vouched_at bigint;

create or replace function people_remember() returns trigger language plpgsql as $$
declare
  what text := 'made';
begin
  if tg_op = 'UPDATE' then
    if (new.id, new.made_by, new.made_at) is distinct from (old.id, old.made_by, old.made_at) then
      raise exception 'people: who somebody is, and who made them, stays';
    end if;
    what := case when new.password_hash = old.password_hash then 'same' else 'changed' end;
  end if;
  insert into people_history (person, sign_in_name, name, role, organisation, vouched_by, vouched_at, must_change, password, left_at, changed_by, changed_at)
  values (new.id, new.sign_in_name, new.name, new.role, new.organisation, new.vouched_by, new.vouched_at, new.must_change, what, new.left_at, new.changed_by, new.changed_at);
  return new;
end $$;

create function people_hold_a_role() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from organisations join roles_in on roles_in.kind = organisations.kind where organisations.id = new.organisation and roles_in.role = new.role) then
    raise exception 'people: an organisation of this kind gives nobody this role';
  end if;
  if new.vouched_by = new.id or (new.vouched_by = new.made_by and new.vouched_by <> 'server') then
    raise exception 'people: nobody vouches for themselves, nor for an account they made';
  end if;
  return new;
end $$;

create function roles_in_stay() returns trigger language plpgsql as $$
begin
  raise exception 'roles_in: which roles a kind of organisation gives is no setting';
end $$;

create function organisations_stay() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if (new.id, new.kind, new.made_by, new.made_at) is distinct from (old.id, old.kind, old.made_by, old.made_at) then
      raise exception 'organisations: what one is, and who made it, stays';
    end if;
    return new;
  end if;
  raise exception 'organisations are never deleted';
end $$;

update people set vouched_by = 'server', vouched_at = floor(extract(epoch from now())) * 1000, changed_by = 'server', changed_at = floor(extract(epoch from now())) * 1000
where role <> 'administrator' and left_at is null;

create trigger people_hold_a_role before insert or update on people for each row execute function people_hold_a_role();
create trigger roles_in_stay before insert or update or delete on roles_in for each row execute function roles_in_stay();
create trigger roles_in_no_truncate before truncate on roles_in for each statement execute function roles_in_stay();
create trigger organisations_stay before update or delete on organisations for each row execute function organisations_stay();
create trigger organisations_no_truncate before truncate on organisations for each statement execute function organisations_stay();

-- Which policy decided a look.
alter table looks add column policy text;
