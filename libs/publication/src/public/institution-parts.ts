/** The register as the public may read it. */
export const VIEW = 'institutions.institution_public';

const statusStepOf = (alias: string): string => `(
  select jsonb_build_object('action', s.action, 'effectiveOn', s.effective_on, 'inForce', s.in_force,
                            'expectedUntil', s.expected_until, 'suspendedSince', s.suspended_since, 'held', s.held)
    from institutions.status_step_public s where s.institution_id = ${alias}.id)`;

/** The last step of an institution `i`, as SQL. */
export const STATUS_STEP = statusStepOf('i');

/** What became of the filing of an institution under its number, as SQL. */
export const filingEndOf = (alias: string): string => `(
  select jsonb_build_object('endedAs', e.ended_as, 'regime', e.regime, 'endedOn', e.ended_on) from institutions.filing_end_public e
   where e.institution_id = ${alias}.id and e.filing_number = ${alias}.filing_number)`;

/** Five owners of one place back; who wants to know more goes on from the last. */
export const PREDECESSORS = `(
  with recursive before as (
    select b.predecessor_id as id, 1 as step from institutions.predecessor_public b where b.institution_id = i.id
    union all
    select p.predecessor_id, b.step + 1 from before b
      join institutions.predecessor_public p on p.institution_id = b.id where b.step < 5)
  select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'statusStep', ${statusStepOf('p')},
                                               'filingEnd', ${filingEndOf('p')}) order by b.step), '[]')
    from before b join ${VIEW} p on p.id = b.id)`;

const OTHER = `o.id, o.name, o.kind, o.site_type as "siteType", o.status, o.district`;

/** Who came after it at its place or took over, the next one first; the same five steps. */
export const SUCCESSORS = `(
  with recursive after as (
    select s.institution_id as id, 1 as step from institutions.predecessor_public s where s.predecessor_id = i.id
    union all
    select s.institution_id, a.step + 1 from after a
      join institutions.predecessor_public s on s.predecessor_id = a.id where a.step < 5)
  select coalesce(jsonb_agg(to_jsonb(o) - 'step' order by o.step, o.id), '[]')
    from (select ${OTHER}, a.step from (select id, min(step) as step from after group by id) a join ${VIEW} o on o.id = a.id) o)`;

export const SITES_OF_LEGAL_PERSON = `(
  select coalesce(jsonb_agg(to_jsonb(o)), '[]')
    from (select ${OTHER} from ${VIEW} o
           where o.uscc = i.uscc and o.id <> i.id order by o.registered_at desc, o.id desc limit 50) o)`;

/** How many work in an institution `i`, by post, as SQL. */
export const STAFF = `coalesce((
  select jsonb_agg(jsonb_build_object('post', s.post, 'people', s.people) order by s.people desc, s.post)
    from staff.staff_public s where s.institution_id = i.id), '[]')`;
