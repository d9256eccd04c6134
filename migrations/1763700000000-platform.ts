import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Database roles, row-level security helpers, and the tables of the platform. */
export class Platform1763700000000 implements MigrationInterface {
  name = 'Platform1763700000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      do $$
      declare r text;
      begin
        foreach r in array array['zhaoguan_app', 'zhaoguan_public'] loop
          begin
            if not exists (select from pg_roles where rolname = r) then
              execute format('create role %I nologin nosuperuser nobypassrls', r);
            end if;
          exception
            when duplicate_object or unique_violation then null; -- another database of this server was faster
            when insufficient_privilege then
              raise exception 'the owner login may not create roles: have an administrator run "create role zhaoguan_app; create role zhaoguan_public"';
          end;
          begin
            if not pg_has_role(current_user, r, 'member') then
              execute format('grant %I to current_user', r);
            end if;
          exception
            when insufficient_privilege then null; -- the running system then has logins of its own (DATABASE_APP_URL)
          end;
        end loop;
      end $$;

      revoke create on schema public from public;
      grant usage on schema public to zhaoguan_app, zhaoguan_public;
      grant select on public.migration to zhaoguan_app;

      create schema platform;
      grant usage on schema platform to zhaoguan_app, zhaoguan_public;

      create function platform.covers(district text) returns boolean
        language sql stable parallel safe
        return district ^@ any (string_to_array(nullif(current_setting('app.districts', true), ''), ','));
      comment on function platform.covers(text) is
        'Whether the bound jurisdiction (setting app.districts: code prefixes, comma-separated) covers a district; unset covers nothing';

      create function platform.is_actor(person uuid) returns boolean
        language sql stable parallel safe
        return person::text = nullif(current_setting('app.actor', true), '');
      comment on function platform.is_actor(uuid) is 'Whether the bound actor (setting app.actor) is this person';

      create function platform.refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception 'rows of %.% are append-only: correct them by a new row', tg_table_schema, tg_table_name
          using errcode = 'restrict_violation';
      end $$;

      create function platform.bigrams(t text) returns text[]
        language sql immutable parallel safe strict
        return (select coalesce(array_agg(distinct substr(lower(t), i, 2)), '{}')
                  from generate_series(1, greatest(length(t) - 1, 1)) i);
      comment on function platform.bigrams(text) is
        'Two-character pieces of a text, for substring search by index from two Chinese characters on';
      grant execute on all functions in schema platform to zhaoguan_app, zhaoguan_public;

      create table platform.outbox (
        id bigint generated always as identity primary key,
        nonce uuid not null default gen_random_uuid(),
        job text not null,
        payload jsonb not null,
        not_before timestamptz not null,
        created_at timestamptz not null,
        dispatched_at timestamptz,
        settled_at timestamptz
      );
      create index outbox_waiting on platform.outbox (not_before, id) where dispatched_at is null;
      create index outbox_unsettled on platform.outbox (job, dispatched_at) where settled_at is null;
      create index outbox_settled on platform.outbox (settled_at) where settled_at is not null;
      comment on table platform.outbox is 'Jobs asked for by committed transactions; the relay moves them to the queue';
      comment on column platform.outbox.nonce is
        'Part of the key in the queue: after a restore the numbers begin anew, and the queue may still know the old ones';
      comment on column platform.outbox.dispatched_at is 'When the queue last took it; a queue that loses it gets it again';
      comment on column platform.outbox.settled_at is 'When its effect was committed, or it was put among the dead jobs';

      create table platform.job_done (
        job text not null,
        key text not null,
        done_at timestamptz not null,
        primary key (job, key)
      );
      create index job_done_age on platform.job_done (done_at);
      comment on table platform.job_done is 'Jobs whose effect has been committed; a second delivery does nothing';

      create table platform.dead_job (
        id uuid primary key,
        job text not null,
        key text not null,
        payload jsonb not null,
        error text not null,
        failed_at timestamptz not null,
        retried_at timestamptz,
        retried_by uuid,
        unique (job, key)
      );
      create index dead_job_newest on platform.dead_job (failed_at desc, id desc);
      comment on table platform.dead_job is 'Jobs that failed for good, for an administrator to look at and retry';

      create table platform.schedule (
        job text primary key,
        next_at timestamptz not null
      );
      comment on table platform.schedule is 'When each scheduled job is due next';

      create table platform.idempotency (
        actor_id uuid not null,
        key text not null,
        request_hash text not null,
        status integer,
        body jsonb,
        etag text,
        created_at timestamptz not null,
        primary key (actor_id, key)
      );
      create index idempotency_age on platform.idempotency (created_at);
      comment on table platform.idempotency is 'Idempotency-Key of a write, taken in its transaction, with the first answer';

      create table platform.stored_file (
        id uuid primary key,
        sm3 char(64) not null,
        size bigint not null check (size > 0),
        media_type text not null check (media_type in ('application/pdf', 'image/jpeg', 'image/png')),
        name text not null,
        uploaded_by uuid not null,
        uploaded_at timestamptz not null
      );
      create index stored_file_sm3 on platform.stored_file (sm3);
      comment on table platform.stored_file is 'Files of users; the content lies below DATA_DIR/files by its SM3';
      create trigger stored_file_append_only before update or delete or truncate on platform.stored_file
        for each statement execute function platform.refuse_change();

      grant select, insert, update, delete on platform.outbox, platform.job_done, platform.idempotency to zhaoguan_app;
      grant select, insert, update on platform.dead_job, platform.schedule to zhaoguan_app;
      grant select, insert on platform.stored_file to zhaoguan_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop schema platform cascade');
  }
}
