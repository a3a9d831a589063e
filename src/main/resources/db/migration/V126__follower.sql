-- Who joined an issue (我也遇到), and pictures people added.

create table issue_follower (
    issue_no  text        not null,
    user_id   text        not null,
    because   text        not null check (because in ('JOINED', 'DUPLICATE')),
    joined_at timestamptz not null,
    primary key (issue_no, user_id)
);

-- Before its issue exists a picture belongs to whoever uploaded it.
create table attachment (
    id          uuid primary key,
    issue_no    text,
    position    integer     not null default 0,
    uploaded_by text        not null,
    uploaded_at timestamptz not null,
    media_type  text        not null,
    size        integer     not null,
    sha256      text        not null,
    content     bytea       not null
);

alter table attachment alter column content set storage external; -- compressed already

create index attachment_of_issue on attachment (issue_no, position) where issue_no is not null;
create index attachment_loose on attachment (uploaded_by, uploaded_at) where issue_no is null;
