import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists of officials by index: by county, newest first, and by the same words as the public search. */
export class InstitutionLists1764115300000 implements MigrationInterface {
  name = 'InstitutionLists1764115300000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create index institution_district_newest on institutions.institution (district, registered_at desc, id desc);

      -- No operator on arrays is leakproof, so under row-level security the index over search_terms is out of reach.
      -- This function reads ids past the policy; whoever joins them to the table sees only what the policy leaves.
      create function institutions.matching(fragment text, terms text[], places text[]) returns setof uuid
        language sql stable security definer set search_path = pg_catalog
        begin atomic
          select id
            from institutions.institution
           where institutions.search_terms(name, kind, grade, district) @> (platform.bigrams(fragment) || terms)
             and (places is null or institutions.search_terms(name, kind, grade, district) && places)
             and strpos(lower(name), lower(fragment)) > 0;
        end;
      comment on function institutions.matching(text, text[], text[]) is
        'Ids of the institutions with a fragment of two characters or more in the name; only for joining under row-level security';
      revoke execute on function institutions.matching(text, text[], text[]) from public;
      grant execute on function institutions.matching(text, text[], text[]) to zhaoguan_app;

      -- 西咸新区 holds townships of several counties, and no county.
      alter policy institution_rights on institutions.institution
        using (platform.covers(coalesce(township, district)) or platform.is_actor(operator_id))
        with check (platform.covers(coalesce(township, district)) or platform.is_actor(operator_id));
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter policy institution_rights on institutions.institution
        using (platform.covers(district) or platform.is_actor(operator_id))
        with check (platform.covers(district) or platform.is_actor(operator_id));
      drop function institutions.matching(text, text[], text[]);
      drop index institutions.institution_district_newest;
    `);
  }
}
