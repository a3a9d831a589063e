-- When each kind of thing was last looked through, whether a callback told of it or not.
create table wecom_poll (
    kind         text primary key,
    succeeded_at timestamptz,
    failed_at    timestamptz,
    problem      text
);

update wecom_watermark set name = 'rows' where name = 'tracking-rows';

-- Why callbacks were refused, for the administrator alone; whoever sent them learns nothing.
create table wecom_callback_refusal (
    reason  text primary key,
    times   bigint      not null,
    last_at timestamptz not null
);
