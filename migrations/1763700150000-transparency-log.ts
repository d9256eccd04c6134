import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tree over the entries of the transparency log: places, subtrees, signed checkpoints. docs/spec/audit-log.md. */
export class TransparencyLog1763700150000 implements MigrationInterface {
  name = 'TransparencyLog1763700150000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table audit.pending (
        entry_id uuid primary key references audit.entry
      );
      comment on table audit.pending is 'Entries that have no place yet; the sequencer empties it';
      create function audit.await_place() returns trigger language plpgsql as $$
      begin
        insert into audit.pending (entry_id) values (new.id);
        return null;
      end $$;
      comment on function audit.await_place() is 'Every entry waits for its place, whoever wrote it';
      create trigger entry_awaits_place after insert on audit.entry
        for each row execute function audit.await_place();

      create table audit.leaf (
        seq bigint primary key check (seq >= 0),
        entry_id uuid not null unique references audit.entry,
        leaf_hash bytea not null check (length(leaf_hash) = 32)
      );
      comment on table audit.leaf is 'The place of each entry in the tree, without gaps';
      comment on column audit.leaf.leaf_hash is 'SM3(0x00 || canonical)';

      create table audit.node (
        level smallint not null check (level between 1 and 62),
        position bigint not null check (position >= 0),
        hash bytea not null check (length(hash) = 32),
        primary key (level, position)
      );
      comment on table audit.node is 'Complete subtrees: 2^level leaves from position * 2^level on';
      comment on column audit.node.hash is 'SM3(0x01 || left || right)';

      create table audit.checkpoint (
        size bigint primary key check (size > 0),
        root bytea not null check (length(root) = 32),
        at timestamptz not null,
        note text not null,
        signature text not null check (signature ~ '^[0-9a-f]{128}$')
      );
      comment on table audit.checkpoint is 'Signed heads of the tree';
      comment on column audit.checkpoint.note is 'The published text: origin, size, root, time, signature';
      comment on column audit.checkpoint.signature is 'SM2 over SM3, r || s, hex';

      create index entry_newest on audit.entry (id desc, district);
      create trigger leaf_append_only before update or delete or truncate on audit.leaf
        for each statement execute function platform.refuse_change();
      create trigger node_append_only before update or delete or truncate on audit.node
        for each statement execute function platform.refuse_change();
      create trigger checkpoint_append_only before update or delete or truncate on audit.checkpoint
        for each statement execute function platform.refuse_change();
      grant select, insert, delete on audit.pending to zhaoguan_app;
      grant select, insert on audit.leaf, audit.node, audit.checkpoint to zhaoguan_app;

      grant usage on schema audit to zhaoguan_public;
      create view audit.leaf_public as select seq, leaf_hash from audit.leaf;
      create view audit.node_public as select level, position, hash from audit.node;
      create view audit.checkpoint_public as select size, root, at, note from audit.checkpoint;
      comment on view audit.leaf_public is 'Hashes only: what was done stays with those who may know it';
      comment on view audit.node_public is 'Hashes from which anyone computes proofs';
      comment on view audit.checkpoint_public is 'Signed heads';
      grant select on audit.leaf_public, audit.node_public, audit.checkpoint_public to zhaoguan_public;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop view audit.leaf_public, audit.node_public, audit.checkpoint_public;
      revoke usage on schema audit from zhaoguan_public;
      drop table audit.checkpoint, audit.node, audit.leaf, audit.pending;
      drop index audit.entry_newest;
      drop trigger entry_awaits_place on audit.entry;
      drop function audit.await_place()`);
  }
}
