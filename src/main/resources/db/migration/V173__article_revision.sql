-- A new version of a published article is written beside it, reviewed by another person, and then takes
-- its place; what stood there before is kept. An article may be withdrawn. P3 counts first publications
-- only (kpi.md §4): what happens to a revision has types of its own.

alter table article add column revises text references article;
alter table article drop constraint article_issue_no_key;
create unique index article_of_issue on article (issue_no) where revises is null;
create unique index article_open_revision on article (revises) where status in ('DRAFT', 'IN_REVIEW');

alter table article drop constraint article_status_check;
alter table article add constraint article_status_check
    check (status in ('DRAFT', 'IN_REVIEW', 'PUBLISHED', 'WITHDRAWN', 'MERGED'));

alter table article_event drop constraint article_event_type_check;
alter table article_event add constraint article_event_type_check
    check (type in ('CREATED', 'EDITED', 'SUBMITTED', 'RETURNED', 'PUBLISHED', 'WITHDRAWN',
                    'REVISION_CREATED', 'REVISION_EDITED', 'REVISION_SUBMITTED', 'REVISION_RETURNED',
                    'REVISION_PUBLISHED', 'REVISION_WITHDRAWN'));

-- How an article read before a revision took its place.
create table article_edition (
    article_no   text        not null references article,
    edition      integer     not null,
    title        text        not null,
    problem      text        not null,
    cause        text        not null,
    solution     text        not null,
    verification text        not null,
    tags         text        not null,
    reviewer     text,
    replaced_at  timestamptz not null,
    primary key (article_no, edition)
);

create trigger article_edition_append_only
    before update or delete or truncate on article_edition
    for each statement execute function refuse_change();
