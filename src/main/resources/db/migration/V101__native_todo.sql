-- The native to-dos of WeCom that handlers made for their issues (design.md §3).

create table native_todo (
    todo_id  text primary key,
    issue_no text        not null,
    turn     integer     not null,
    user_id  text        not null,
    done     boolean     not null default false,
    gone     boolean     not null default false,
    added_at timestamptz not null default now()
);

create index native_todo_of_issue on native_todo (issue_no);
create index native_todo_open on native_todo (added_at) where not done and not gone;
