-- The choice of a handler asks for each member of one team: how much did they solve lately, and in this project.

create index issue_solved_by on issue (handler, resolved_at) where resolved_at is not null;
create index issue_solved_in_project on issue (handler, project, resolved_at) where resolved_at is not null;
