-- A key that was destroyed leaves its id behind, so that it is not mistaken for one that was lost.
create table keys (
  id      text primary key,
  wrapped text
);
