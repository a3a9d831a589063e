-- The kept list somebody's list of issues begins with; it goes with the view.

create table issue_view_default (
    owner   text   primary key,
    view_id bigint not null references issue_view (id) on delete cascade
);
create index issue_view_default_view on issue_view_default (view_id);
